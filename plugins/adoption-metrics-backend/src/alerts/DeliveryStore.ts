import { Knex } from 'knex';
import { insertMissing, toOptionalNumber } from '../database';
import { StoredAlert, Transition } from './Alert';
import { ALERTS, alertOf, AlertRow, DELIVERIES } from './tables';

/**
 * A message waits for an earlier one about the same subject for this many
 * attempts, about an hour, because receivers take the last message for the
 * current state.
 */
const WAITS_FOR_ATTEMPTS = 6;

/** A message about an alert through one channel. */
export interface StoredDelivery {
  /** Stays the same in all attempts; unique across installations. */
  id: string;
  alertId: number;
  channel: string;
  status: 'pending' | 'sent' | 'failed';
  attempts: number;
  /** Failure code of the last attempt. */
  error?: string;
  /** In ms UTC. */
  sentAt?: number;
}

/** A message that one replica has claimed. */
export interface ClaimedDelivery
  extends Pick<StoredDelivery, 'id' | 'channel' | 'attempts'> {
  /** As it is stored. */
  key: string;
  alert: StoredAlert;
}

/** Messages about an alert, one per channel. */
interface NewDeliveries {
  alert: Pick<StoredAlert, 'id' | 'at'>;
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

/** Messages that are no longer sent, and why. */
interface GivenUp {
  code: 'expired' | 'channel-removed' | 'outbox-full';
  count: number;
}

/** Stores which alerts were or have to be sent through which channel. */
export class DeliveryStore {
  /**
   * @param installation - identifies this installation to receivers
   */
  constructor(
    private readonly knex: Knex,
    private readonly installation: string,
  ) {}

  /**
   * Claims the longest pending message of a channel until a given time, so that
   * no other replica sends it. Messages about one subject are sent in order.
   */
  async claimNext(given: {
    channel: string;
    now: number;
    until: number;
  }): Promise<ClaimedDelivery | undefined> {
    for (;;) {
      const row = await this.#nextDue(given);
      if (!row || (await this.#claim(row.id, given))) {
        return row && this.#claimed(row);
      }
    }
  }

  /** Releases a claim; the message remains pending. */
  async release(key: string): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id: key })
      .update({ claimed_until: null });
  }

  /** Adds a reminder about an alert, unless it already exists. */
  async addReminder(reminder: NewDeliveries & { turn: number }): Promise<void> {
    await addDeliveries(this.knex, reminder);
  }

  /**
   * Marks a message as sent, and older ones about the same subject as outdated.
   */
  async markSent(
    { key, channel, alert }: Pick<ClaimedDelivery, 'key' | 'channel' | 'alert'>,
    at: number,
  ): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id: key })
      .increment('attempts')
      .update({ status: 'sent', sent_at: at, claimed_until: null });
    await this.#waiting()
      .whereIn('id', this.#earlier({ channel, alertId: alert.id }))
      .update({ status: 'failed', error: 'superseded' });
  }

  /**
   * @param dueAt - time of the next attempt, in ms UTC. Without it, there is
   * none
   */
  async markFailed(key: string, code: string, dueAt?: number): Promise<void> {
    await this.knex(DELIVERIES)
      .where({ id: key })
      .increment('attempts')
      .update({
        claimed_until: null,
        error: code,
        ...(dueAt === undefined ? { status: 'failed' } : { due_at: dueAt }),
      });
  }

  /**
   * Gives up messages that are too old, messages of removed channels, and the
   * oldest ones if a channel has too many.
   *
   * @param given.expired - gives up older messages
   * @param given.removed - gives up older messages of other channels
   */
  async giveUp(given: {
    channels: string[];
    expired: number;
    removed: number;
    most: number;
  }): Promise<GivenUp[]> {
    const { channels, expired, removed, most } = given;
    const old = this.#waiting().where('created_at', '<', expired);
    const gone = this.#waiting()
      .where('created_at', '<', removed)
      .whereNotIn('channel', channels);
    return [
      { code: 'expired', count: await fail(old, 'expired') },
      { code: 'channel-removed', count: await fail(gone, 'channel-removed') },
      { code: 'outbox-full', count: await this.#trim(channels, most) },
    ];
  }

  /** Deliveries of some alerts. */
  async of(alertIds: number[]): Promise<StoredDelivery[]> {
    const rows = await this.knex<DeliveryRow>(DELIVERIES)
      .whereIn('alert_id', alertIds)
      .orderBy('id');
    return rows.map(row => this.#deliveryOf(row));
  }

  /** When an alert of a rule was last sent, in ms UTC. */
  async lastSentAt(rule: Transition['rule']): Promise<number | undefined> {
    const [{ at }] = await this.knex(DELIVERIES)
      .join(ALERTS, `${ALERTS}.id`, `${DELIVERIES}.alert_id`)
      .where({ rule })
      .max({ at: 'sent_at' });
    return toOptionalNumber(at);
  }

  async #nextDue({
    channel,
    now,
  }: {
    channel: string;
    now: number;
  }): Promise<DeliveryRow | undefined> {
    return this.knex({ next: DELIVERIES })
      .where('next.status', 'pending')
      .where('next.channel', channel)
      .where('next.due_at', '<=', now)
      .where(free => unclaimed(free, now))
      .whereNotExists(
        this.#earlier({
          channel: this.knex.ref('next.channel'),
          alertId: this.knex.ref('next.alert_id'),
        }).where('earlier.attempts', '<', WAITS_FOR_ATTEMPTS),
      )
      .orderBy(['next.due_at', 'next.alert_id', 'next.id'])
      .first('next.*');
  }

  /**
   * Pending messages of a channel about the same subject that precede an alert.
   */
  #earlier(of: {
    channel: string | Knex.Ref<string, {}>;
    alertId: number | Knex.Ref<string, {}>;
  }): Knex.QueryBuilder {
    return this.knex({ earlier: DELIVERIES })
      .join({ before: ALERTS }, 'before.id', 'earlier.alert_id')
      .join({ after: ALERTS }, same =>
        same
          .on('after.rule', 'before.rule')
          .on('after.subject', 'before.subject')
          .on('after.id', '>', 'before.id'),
      )
      .where('earlier.status', 'pending')
      .where('earlier.channel', of.channel)
      .where('after.id', of.alertId)
      .select('earlier.id');
  }

  // If two replicas try to claim a message, the update succeeds for only one.
  async #claim(
    key: string,
    { now, until }: { now: number; until: number },
  ): Promise<boolean> {
    const claimed = await this.knex(DELIVERIES)
      .where({ id: key, status: 'pending' })
      .where(free => unclaimed(free, now))
      .update({ claimed_until: until });
    return claimed === 1;
  }

  async #claimed(row: DeliveryRow): Promise<ClaimedDelivery> {
    const alert = await this.knex<AlertRow>(ALERTS)
      .where({ id: row.alert_id })
      .first();
    const { id: key, channel, attempts } = row;
    return {
      key,
      id: this.#nameOf(key),
      channel,
      attempts,
      alert: alertOf(alert!),
    };
  }

  async #trim(channels: string[], most: number): Promise<number> {
    let count = 0;
    for (const channel of channels) {
      const ofChannel = () => this.#waiting().where({ channel });
      const last: Pick<DeliveryRow, 'alert_id'> | undefined = await ofChannel()
        .orderBy('alert_id', 'desc')
        .offset(most)
        .first('alert_id');
      const surplus = ofChannel().where('alert_id', '<=', last?.alert_id ?? 0);
      count += last ? await fail(surplus, 'outbox-full') : 0;
    }
    return count;
  }

  #nameOf(key: string): string {
    return `${this.installation}-${key}`;
  }

  #deliveryOf(row: DeliveryRow): StoredDelivery {
    return {
      id: this.#nameOf(row.id),
      alertId: row.alert_id,
      channel: row.channel,
      status: row.status,
      attempts: row.attempts,
      error: row.error ?? undefined,
      sentAt: toOptionalNumber(row.sent_at),
    };
  }

  #waiting(): Knex.QueryBuilder {
    return this.knex(DELIVERIES).where({ status: 'pending' });
  }
}

/**
 * Adds messages that are due immediately.
 *
 * @param given.turn - number of the reminder
 */
export async function addDeliveries(
  tx: Knex,
  given: NewDeliveries & { turn?: number },
): Promise<void> {
  const { alert, channels, at, turn } = given;
  // Includes the time, because ids are reused after a backup is restored.
  const beginning = `${alert.id}-${alert.at.toString(36)}`;
  const ending = turn === undefined ? '' : `-${turn}`;
  const rows = channels.map(channel => ({
    id: `${beginning}-${channel}${ending}`,
    alert_id: alert.id,
    channel,
    status: 'pending',
    attempts: 0,
    due_at: at,
    created_at: at,
  }));
  await insertMissing(tx, { table: DELIVERIES, key: ['id'] }, rows);
}

function fail(rows: Knex.QueryBuilder, code: GivenUp['code']): Promise<number> {
  return rows.update({ status: 'failed', error: code, claimed_until: null });
}

function unclaimed(query: Knex.QueryBuilder, now: number): void {
  query.whereNull('claimed_until').orWhere('claimed_until', '<=', now);
}
