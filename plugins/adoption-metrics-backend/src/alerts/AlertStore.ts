import { Knex } from 'knex';
import { insertFresh, plainText } from '../database';
import { keyOf, LastState, LastStates, StoredAlert, Transition } from './Alert';
import { addDeliveries } from './DeliveryStore';
import { ALERTS, alertOf, AlertRow, STATES } from './tables';

/** In UTF-16 units. */
const LONGEST_TITLE = 255;
const LONGEST_TEXT = 20_000;

type StateRow = Pick<Transition, 'rule' | 'subject' | 'state'> & {
  sequence: number;
};

/** A transition to store. */
interface NewAlert {
  /** ms UTC. */
  at: number;
  channels: string[];
  /** The previous state when the transition was found. */
  follows: LastState | undefined;
}

/** The last alert of the previous page. */
export type AlertPosition = Pick<StoredAlert, 'id' | 'at'>;

/** Stores alerts, and the last known state of each subject of a rule. */
export class AlertStore {
  constructor(private readonly knex: Knex) {}

  /** The last known state of each subject of each rule. */
  async lastStates(): Promise<LastStates> {
    const rows = await this.knex<StateRow>(STATES);
    return new Map(
      rows.map(row => [
        keyOf(row),
        { state: row.state, sequence: row.sequence },
      ]),
    );
  }

  /**
   * Stores a transition with one message per channel.
   *
   * @returns false if `follows` is outdated, because another replica stored
   * this transition or a later one
   */
  async add(
    transition: Transition,
    { at, channels, follows }: NewAlert,
  ): Promise<boolean> {
    // Based on `follows`, not on the newest row: a replica that was suspended
    // must not send outdated transitions after newer ones.
    const sequence = (follows?.sequence ?? 0) + 1;
    return this.knex.transaction(async tx => {
      if (!(await moveOn(tx, { transition, follows, sequence }))) {
        return false;
      }
      const id = await insertAlert(tx, { transition, sequence, at });
      if (!transition.isBaseline) {
        await addDeliveries(tx, { alert: { id, at }, channels, at });
      }
      return true;
    });
  }

  /** The newest alert of each subject of each rule, without baselines. */
  async current(): Promise<StoredAlert[]> {
    const rows: AlertRow[] = await this.knex(STATES)
      .join(ALERTS, {
        [`${ALERTS}.rule`]: `${STATES}.rule`,
        [`${ALERTS}.subject`]: `${STATES}.subject`,
        [`${ALERTS}.sequence`]: `${STATES}.sequence`,
      })
      .where({ is_baseline: false })
      .select(`${ALERTS}.*`);
    return rows.map(alertOf);
  }

  /** Whether an alert exists that is not a baseline. */
  async has(id: number): Promise<boolean> {
    const row = await this.knex(ALERTS)
      .where({ id, is_baseline: false })
      .first('id');
    return row !== undefined;
  }

  /**
   * The newest alerts, without baselines.
   *
   * @param options.after - only older alerts than this one
   * @param options.of - only alerts of this subject. Defaults to all, without
   * digests
   */
  async newest({
    limit,
    after,
    of,
  }: {
    limit: number;
    after?: AlertPosition;
    of?: Pick<Transition, 'rule' | 'subject'>;
  }): Promise<StoredAlert[]> {
    const query = this.knex<AlertRow>(ALERTS).where({ is_baseline: false });
    if (of) {
      query.where({ rule: of.rule, subject: of.subject });
    } else {
      query.whereNot({ rule: 'digest' });
    }
    if (after) {
      query.whereRaw('(??, ??) < (?, ?)', ['at', 'id', after.at, after.id]);
    }
    const rows = await query
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(alertOf);
  }
}

// Lets only one of several replicas through that found the same state.
async function moveOn(
  tx: Knex,
  given: { transition: Transition; follows?: LastState; sequence: number },
): Promise<boolean> {
  const { transition, follows, sequence } = given;
  const { rule, subject, state } = transition;
  if (!follows) {
    const added = await insertFresh<StateRow>(
      tx,
      { table: STATES, key: ['rule', 'subject'] },
      [{ rule, subject, sequence, state }],
    );
    return added.length === 1;
  }
  const moved = await tx<StateRow>(STATES)
    .where({ rule, subject, sequence: follows.sequence })
    .update({ sequence, state });
  return moved === 1;
}

async function insertAlert(
  tx: Knex,
  given: { transition: Transition; sequence: number; at: number },
): Promise<number> {
  const { transition, sequence, at } = given;
  const { rule, subject, state, severity, title, text, wording } = transition;
  const [{ id }] = await tx(ALERTS)
    .insert({
      rule,
      subject,
      sequence,
      state,
      severity,
      title: plainText(title, { most: LONGEST_TITLE }),
      text: plainText(text, { most: LONGEST_TEXT }),
      wording: wording ? JSON.stringify(wording) : null,
      is_baseline: transition.isBaseline ?? false,
      at,
    })
    .returning('id');
  return id;
}
