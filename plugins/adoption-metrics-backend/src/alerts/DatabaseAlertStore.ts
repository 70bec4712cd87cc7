import { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { insertMissing, isConflict, toOptionalNumber } from '../database';
import { formatInstant } from '../time';
import { keyOf, LastStates, StoredAlert, Transition } from './Alert';
import {
  AlertStore,
  ClaimedDelivery,
  NewAlert,
  ListedAlert,
} from './AlertStore';

const ALERTS = 'alerts';
const DELIVERIES = 'alert_deliveries';
const MOST_AT_ONCE = 20;
const LONGEST_ERROR = 255;

type DeliveryAnswer = AlertList['alerts'][number]['deliveries'][number];

interface AlertRow {
  id: number;
  rule: Transition['rule'];
  subject: string;
  sequence: number;
  state: string;
  severity: Transition['severity'];
  title: string;
  text: string;
  is_baseline: boolean | number;
  at: number | string;
}

interface DeliveryRow {
  id: string;
  alert_id: number;
  channel: string;
  status: DeliveryAnswer['status'];
  attempts: number;
  due_at: number | string;
  claimed_until: number | string | null;
  error: string | null;
  sent_at: number | string | null;
  created_at: number | string;
}

/** Keeps alerts in the plugin's database. */
export class DatabaseAlertStore implements AlertStore {
  constructor(private readonly knex: Knex) {}

  async lastStates(): Promise<LastStates> {
    const rows = await this.knex<AlertRow>(ALERTS).orderBy('sequence');
    return new Map(
      rows.map(row => [
        keyOf(row),
        { state: row.state, sequence: row.sequence },
      ]),
    );
  }

  async add(
    transition: Transition,
    { at, channels, follows }: NewAlert,
  ): Promise<boolean> {
    try {
      await this.knex.transaction(async tx => {
        const id = await insertAlert(tx, { transition, at, follows });
        const chosen = transition.isBaseline ? [] : channels;
        for (const channel of chosen) {
          await tx(DELIVERIES).insert(deliveryRow(id, channel, at));
        }
      });
      return true;
    } catch (error) {
      // The number is taken: another replica was faster.
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }

  async claimDue({ now, until }: { now: number; until: number }) {
    const due = await this.#due(now);
    const claimed: ClaimedDelivery[] = [];
    for (const row of due) {
      if (await this.#claim(row.id, { now, until })) {
        const alert = await this.knex<AlertRow>(ALERTS)
          .where({ id: row.alert_id })
          .first();
        const { id, channel, attempts } = row;
        claimed.push({ id, channel, attempts, alert: alertOf(alert!) });
      }
    }
    return claimed;
  }

  async current(): Promise<StoredAlert[]> {
    const rows = await this.knex<AlertRow>(ALERTS).orderBy('sequence');
    const newest = new Map(rows.map(row => [keyOf(row), row]));
    return [...newest.values()]
      .filter(({ is_baseline }) => !is_baseline)
      .map(alertOf);
  }

  async addReminder({
    alertId,
    turn,
    at,
    channels,
  }: Parameters<AlertStore['addReminder']>[0]): Promise<void> {
    const rows = channels.map(channel => {
      const row = deliveryRow(alertId, channel, at);
      return { ...row, id: `${row.id}-${turn}` };
    });
    await insertMissing(this.knex, { table: DELIVERIES, key: ['id'] }, rows);
  }

  async has(id: number): Promise<boolean> {
    const row = await this.knex(ALERTS)
      .where({ id, is_baseline: false })
      .first('id');
    return row !== undefined;
  }

  async markSent(id: string, at: number): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id })
      .increment('attempts')
      .update({ status: 'sent', sent_at: at, claimed_until: null });
  }

  async markFailed(id: string, error: string, dueAt?: number): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id })
      .increment('attempts')
      .update({
        claimed_until: null,
        error: error.slice(0, LONGEST_ERROR),
        ...(dueAt === undefined ? { status: 'failed' } : { due_at: dueAt }),
      });
  }

  async newest({
    limit,
    of,
  }: Parameters<AlertStore['newest']>[0]): Promise<ListedAlert[]> {
    const all = this.knex<AlertRow>(ALERTS).where({ is_baseline: false });
    const rows = await (of ? all.where(of) : all.whereNot({ rule: 'digest' }))
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    const deliveries = await this.knex<DeliveryRow>(DELIVERIES)
      .whereIn(
        'alert_id',
        rows.map(({ id }) => id),
      )
      .orderBy('id');
    return rows.map(row => ({
      ...formatAlert(alertOf(row)),
      deliveries: deliveries
        .filter(({ alert_id }) => alert_id === row.id)
        .map(formatDelivery),
    }));
  }

  async #due(now: number): Promise<DeliveryRow[]> {
    return this.knex<DeliveryRow>(DELIVERIES)
      .where({ status: 'pending' })
      .where('due_at', '<=', now)
      .where(free => unclaimed(free, now))
      .orderBy('due_at')
      .limit(MOST_AT_ONCE);
  }

  // Of two replicas that found it due, the update lets one through.
  async #claim(
    id: string,
    { now, until }: { now: number; until: number },
  ): Promise<boolean> {
    const claimed = await this.knex(DELIVERIES)
      .where({ id, status: 'pending' })
      .where(free => unclaimed(free, now))
      .update({ claimed_until: until });
    return claimed === 1;
  }
}

function unclaimed(query: Knex.QueryBuilder, now: number): void {
  query.whereNull('claimed_until').orWhere('claimed_until', '<=', now);
}

async function insertAlert(
  tx: Knex,
  {
    transition,
    at,
    follows,
  }: Pick<NewAlert, 'at' | 'follows'> & { transition: Transition },
): Promise<number> {
  const { rule, subject, state, severity, title, text } = transition;
  const [{ id }] = await tx(ALERTS)
    .insert({
      ...{ rule, subject, state, severity, title, text, at },
      // Not after the newest row: what a replica found that was halted since
      // would be sent after states that came later.
      sequence: (follows?.sequence ?? 0) + 1,
      is_baseline: transition.isBaseline ?? false,
    })
    .returning('id');
  return id;
}

function deliveryRow(alertId: number, channel: string, at: number) {
  return {
    id: `${alertId}-${channel}`,
    alert_id: alertId,
    channel,
    status: 'pending',
    attempts: 0,
    due_at: at,
    created_at: at,
  };
}

function alertOf(row: AlertRow): StoredAlert {
  const { id, rule, subject, state, severity, title, text } = row;
  return {
    ...{ id, rule, subject, state, severity, title, text },
    at: Number(row.at),
  };
}

/** As the API and the channels word it. */
export function formatAlert({ id, at, isBaseline, ...alert }: StoredAlert) {
  return { id: String(id), ...alert, at: formatInstant(at) };
}

function formatDelivery(row: DeliveryRow): DeliveryAnswer {
  const sentAt = toOptionalNumber(row.sent_at);
  return {
    id: row.id,
    channel: row.channel,
    status: row.status,
    attempts: row.attempts,
    error: row.error,
    sentAt: sentAt === undefined ? null : formatInstant(sentAt),
  };
}
