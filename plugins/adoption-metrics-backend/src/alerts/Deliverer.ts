import { LoggerService } from '@backstage/backend-plugin-api';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel, Clock } from 'backstage-plugin-adoption-metrics-node';
import { failureCodeOf, withinLimit } from '../failures';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time';
import { toAlert } from './answers';
import { Counters } from '../telemetry';
import { ClaimedDelivery, DeliveryStore } from './DeliveryStore';

/** Timeout of an attempt. */
const TIMEOUT_MS = 10 * SECOND_MS;

/** Longer than any attempt. After this time, another replica can take over. */
const CLAIM_MS = 5 * MINUTE_MS;

/** How long a run works on one channel. The rest follows a minute later. */
const RUN_MS = 30 * SECOND_MS;

const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = 6 * HOUR_MS;

/** Over more than two days. */
const MOST_ATTEMPTS = 16;

/** Older alerts are no longer sent, but still listed. */
const EXPIRES_MS = 4 * DAY_MS;

/** During a rolling update, older replicas may not know a new channel yet. */
const CHANNEL_MISSING_MS = HOUR_MS;

/** The maximum number of pending messages per channel. */
const MOST_WAITING = 1_000;

/**
 * The maximum number of attempts per channel that timed out but are still
 * running.
 */
const MOST_UNSETTLED = 3;

/**
 * Delivers pending messages at least once. Channels work concurrently, so that
 * a slow one does not delay others. Failures are retried with increasing
 * delays.
 */
export class Deliverer {
  readonly #unsettled = new Map<string, number>();

  constructor(
    private readonly options: {
      store: Pick<
        DeliveryStore,
        'claimNext' | 'release' | 'markSent' | 'markFailed' | 'giveUp'
      >;
      channels: AlertChannel[];
      /** Identifies this installation to receivers that serve several. */
      installation: string;
      clock: Clock;
      logger: LoggerService;
      /** Absolute URL of the page with details. */
      linkOf(rule: Alert['rule']): string;
      random?: () => number;
      telemetry?: Pick<Counters, 'deliveries'>;
    },
  ) {}

  async deliver(signal: AbortSignal): Promise<void> {
    await this.#giveUp();
    const ended = await Promise.allSettled(
      this.options.channels.map(each => this.#deliverThrough(each, signal)),
    );
    for (const each of ended) {
      if (each.status === 'rejected') {
        throw each.reason;
      }
    }
  }

  async #giveUp(): Promise<void> {
    const { store, channels, clock, logger, telemetry } = this.options;
    const now = clock.now();
    const givenUp = await store.giveUp({
      channels: channels.map(({ name }) => name),
      expired: now - EXPIRES_MS,
      removed: now - CHANNEL_MISSING_MS,
      most: MOST_WAITING,
    });
    for (const { code, count } of givenUp) {
      if (count > 0) {
        telemetry?.deliveries('given-up', { error: code, count });
        logger.warn(`Alert messages dropped: ${count} (${code})`);
      }
    }
  }

  // Failed messages become due later, so this loop ends.
  async #deliverThrough(
    channel: AlertChannel,
    signal: AbortSignal,
  ): Promise<void> {
    const { store, clock } = this.options;
    const { name } = channel;
    const now = clock.now();
    const end = performance.now() + RUN_MS;
    while (performance.now() < end && this.#isFree(name)) {
      signal.throwIfAborted();
      const until = clock.now() + CLAIM_MS;
      const delivery = await store.claimNext({ channel: name, now, until });
      if (!delivery) {
        return;
      }
      await this.#send(channel, delivery, signal);
    }
  }

  async #send(
    channel: AlertChannel,
    delivery: ClaimedDelivery,
    signal: AbortSignal,
  ): Promise<void> {
    const { store, clock, telemetry } = this.options;
    try {
      await withinLimit(TIMEOUT_MS, signal, ending =>
        this.#attempt(channel, delivery, ending),
      );
    } catch (error) {
      if (signal.aborted) {
        await store.release(delivery.key);
        throw error;
      }
      await this.#retryLater(delivery, failureCodeOf(error));
      return;
    }
    telemetry?.deliveries('sent', { channel: channel.name });
    await store.markSent(delivery, clock.now());
  }

  // An attempt that ignores its signal keeps running in the background.
  async #attempt(
    channel: AlertChannel,
    { id, alert: stored }: ClaimedDelivery,
    signal: AbortSignal,
  ): Promise<void> {
    const { linkOf, installation } = this.options;
    const alert = toAlert(stored);
    const link = linkOf(alert.rule);
    this.#count(channel.name, +1);
    try {
      await channel.send({ deliveryId: id, installation, alert, link }, signal);
    } finally {
      this.#count(channel.name, -1);
    }
  }

  #count(channel: string, step: number): void {
    this.#unsettled.set(channel, (this.#unsettled.get(channel) ?? 0) + step);
  }

  #isFree(channel: string): boolean {
    return (this.#unsettled.get(channel) ?? 0) < MOST_UNSETTLED;
  }

  async #retryLater(
    { key, id, attempts, channel }: ClaimedDelivery,
    code: string,
  ): Promise<void> {
    const { store, clock, logger, random = Math.random } = this.options;
    const isLast = attempts + 1 >= MOST_ATTEMPTS;
    const wait = retryAfter(attempts, random());
    const dueAt = isLast ? undefined : clock.now() + wait;
    this.options.telemetry?.deliveries('failed', { channel, error: code });
    await store.markFailed(key, code, dueAt);
    const next = isLast
      ? 'no further attempts'
      : `next attempt in ${Math.round(wait / SECOND_MS)} s`;
    // In a new portal, recipients may not be in the catalog yet.
    logger[attempts === 0 ? 'info' : 'warn'](
      `Alert ${id} could not be sent through ${channel} (${code}); ${next}`,
    );
  }
}

/**
 * Delay before the next attempt, in ms: doubles each time, plus up to half of
 * that at random, so that replicas do not retry simultaneously.
 *
 * @param random - between 0 and 1
 */
export function retryAfter(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
  return Math.round(wait * (1 + random / 2));
}
