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

/** How a transition is stored. */
interface NewAlert {
  /** ms UTC. */
  at: number;
  channels: string[];
  /** The last state, as it was when the transition was found. */
  follows: LastState | undefined;
}

/** Where a page of alerts begins: after this one. */
export type AlertPosition = Pick<StoredAlert, 'id' | 'at'>;

/** Keeps alerts, and the state in which each subject of a rule was last found. */
export class AlertStore {
  constructor(private readonly knex: Knex) {}

  /** The state in which each subject of each rule was last found. */
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
   * Stores a transition with a message for each channel, all or nothing.
   *
   * @returns false if the state that it follows is no longer the last one,
   * because another replica stored this transition or a later one
   */
  async add(
    transition: Transition,
    { at, channels, follows }: NewAlert,
  ): Promise<boolean> {
    // Not the number after the newest row: what a replica had found before it
    // was halted would be sent after states that came later.
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

  /** The newest alert of each subject of each rule, except baselines. */
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

  /** Whether there is such an alert, and it is no baseline. */
  async has(id: number): Promise<boolean> {
    const row = await this.knex(ALERTS)
      .where({ id, is_baseline: false })
      .first('id');
    return row !== undefined;
  }

  /**
   * The newest alerts, except baselines.
   *
   * @param options.after - those after this one, in their order
   * @param options.of - those of one subject of one rule; all but digests
   * without it
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

// Of replicas that found the same state, this lets one through.
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
  const { rule, subject, state, severity, title, text } = transition;
  const [{ id }] = await tx(ALERTS)
    .insert({
      rule,
      subject,
      sequence,
      state,
      severity,
      title: plainText(title, { most: LONGEST_TITLE }),
      text: plainText(text, { most: LONGEST_TEXT }),
      is_baseline: transition.isBaseline ?? false,
      at,
    })
    .returning('id');
  return id;
}
