import { Knex } from 'knex';
import { insertMissing, plainText, toOptionalNumber } from '../database';
import { StoredAlert, Transition } from './Alert';
import { ALERTS, alertOf, AlertRow, DELIVERIES } from './tables';

const MOST_AT_ONCE = 20;
const LONGEST_ERROR = 255;

/** A message about an alert through one channel. */
export interface StoredDelivery {
  /** The same in every attempt. */
  id: string;
  alertId: number;
  channel: string;
  status: 'pending' | 'sent' | 'failed';
  attempts: number;
  /** Of the last attempt that failed. */
  error?: string;
  /** In ms UTC. */
  sentAt?: number;
}

/** A message that one replica has claimed. */
export interface ClaimedDelivery
  extends Pick<StoredDelivery, 'id' | 'channel' | 'attempts'> {
  alert: StoredAlert;
}

/** Messages about an alert, one for each channel. */
interface NewDeliveries {
  alertId: number;
  channels: string[];
  /** In ms UTC. */
  at: number;
}

interface DeliveryRow {
  id: string;
  alert_id: number;
  channel: string;
  status: StoredDelivery['status'];
  attempts: number;
  due_at: number | string;
  claimed_until: number | string | null;
  error: string | null;
  sent_at: number | string | null;
  created_at: number | string;
}

/** Keeps what is to be sent of alerts through which channel, and was. */
export class DeliveryStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Claims messages that are due, the longest due first, so that no other
   * replica sends them before `until`. By then a replica that died meanwhile has
   * lost them again.
   */
  async claimDue(times: {
    now: number;
    until: number;
  }): Promise<ClaimedDelivery[]> {
    const due = await this.#due(times.now);
    const claimed: DeliveryRow[] = [];
    for (const row of due) {
      if (await this.#claim(row.id, times)) {
        claimed.push(row);
      }
    }
    const alerts = await this.#alertsOf(claimed);
    return claimed.map(({ id, channel, attempts, alert_id }) => ({
      id,
      channel,
      attempts,
      alert: alerts.get(alert_id)!,
    }));
  }

  /** Adds messages about an alert once more, unless this turn has them. */
  async addReminder(reminder: NewDeliveries & { turn: number }): Promise<void> {
    await addDeliveries(this.knex, reminder);
  }

  async markSent(id: string, at: number): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id })
      .increment('attempts')
      .update({ status: 'sent', sent_at: at, claimed_until: null });
  }

  /** @param dueAt - of the next attempt, in ms UTC; none is made without it */
  async markFailed(id: string, error: string, dueAt?: number): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id })
      .increment('attempts')
      .update({
        claimed_until: null,
        error: plainText(error, { most: LONGEST_ERROR }),
        ...(dueAt === undefined ? { status: 'failed' } : { due_at: dueAt }),
      });
  }

  /** The deliveries of some alerts. */
  async of(alertIds: number[]): Promise<StoredDelivery[]> {
    const rows = await this.knex<DeliveryRow>(DELIVERIES)
      .whereIn('alert_id', alertIds)
      .orderBy('id');
    return rows.map(deliveryOf);
  }

  /** When an alert of a rule was last sent, in ms UTC. */
  async lastSentAt(rule: Transition['rule']): Promise<number | undefined> {
    const [{ at }] = await this.knex(DELIVERIES)
      .join(ALERTS, `${ALERTS}.id`, `${DELIVERIES}.alert_id`)
      .where({ rule })
      .max({ at: 'sent_at' });
    return toOptionalNumber(at);
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

  async #alertsOf(
    deliveries: DeliveryRow[],
  ): Promise<Map<number, StoredAlert>> {
    const ids = deliveries.map(({ alert_id }) => alert_id);
    const rows = await this.knex<AlertRow>(ALERTS).whereIn('id', ids);
    return new Map(rows.map(row => [row.id, alertOf(row)]));
  }
}

/**
 * Adds messages that are due at once.
 *
 * @param given.turn - of a reminder
 */
export async function addDeliveries(
  tx: Knex,
  given: NewDeliveries & { turn?: number },
): Promise<void> {
  const { alertId, channels, at, turn } = given;
  const ending = turn === undefined ? '' : `-${turn}`;
  const rows = channels.map(channel => ({
    id: `${alertId}-${channel}${ending}`,
    alert_id: alertId,
    channel,
    status: 'pending',
    attempts: 0,
    due_at: at,
    created_at: at,
  }));
  await insertMissing(tx, { table: DELIVERIES, key: ['id'] }, rows);
}

function unclaimed(query: Knex.QueryBuilder, now: number): void {
  query.whereNull('claimed_until').orWhere('claimed_until', '<=', now);
}

function deliveryOf(row: DeliveryRow): StoredDelivery {
  return {
    id: row.id,
    alertId: row.alert_id,
    channel: row.channel,
    status: row.status,
    attempts: row.attempts,
    error: row.error ?? undefined,
    sentAt: toOptionalNumber(row.sent_at),
  };
}
