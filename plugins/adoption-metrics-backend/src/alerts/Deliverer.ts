import { LoggerService } from '@backstage/backend-plugin-api';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel, Clock } from 'backstage-plugin-adoption-metrics-node';
import { failureCodeOf } from '../failures';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time';
import { toAlert } from './answers';
import { ClaimedDelivery, DeliveryStore } from './DeliveryStore';

/** How long one attempt may take. */
const TIMEOUT_MS = 10 * SECOND_MS;

/** Longer than any attempt: afterwards a replica that died has lost its claim. */
const CLAIM_MS = 5 * MINUTE_MS;

const FIRST_RETRY_MS = MINUTE_MS;
const LONGEST_RETRY_MS = 6 * HOUR_MS;

/** More than two days of trying. */
const MOST_ATTEMPTS = 16;

/**
 * Delivers every message that is due, at least once. A channel that fails is
 * tried again at growing intervals and never holds up the others.
 */
export class Deliverer {
  constructor(
    private readonly options: {
      store: Pick<DeliveryStore, 'claimDue' | 'markSent' | 'markFailed'>;
      channels: AlertChannel[];
      clock: Clock;
      logger: LoggerService;
      /** Where to read on: an absolute address. */
      linkOf(rule: Alert['rule']): string;
      random?: () => number;
    },
  ) {}

  async deliver(signal: AbortSignal): Promise<void> {
    const { store, clock } = this.options;
    // What fails becomes due later than that: the loop ends.
    const now = clock.now();
    for (;;) {
      signal.throwIfAborted();
      const until = clock.now() + CLAIM_MS;
      const due = await store.claimDue({ now, until });
      if (due.length === 0) {
        return;
      }
      for (const delivery of due) {
        signal.throwIfAborted();
        await this.#send(delivery, signal);
      }
    }
  }

  async #send(delivery: ClaimedDelivery, signal: AbortSignal): Promise<void> {
    const { store, clock, channels, linkOf } = this.options;
    const channel = channels.find(({ name }) => name === delivery.channel);
    if (!channel) {
      await store.markFailed(delivery.id, 'the channel is no longer set up');
      return;
    }
    try {
      const alert = toAlert(delivery.alert);
      await channel.send(
        { deliveryId: delivery.id, alert, link: linkOf(alert.rule) },
        AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      );
      await store.markSent(delivery.id, clock.now());
    } catch (error) {
      await this.#retryLater(delivery, failureCodeOf(error));
    }
  }

  async #retryLater(
    { id, attempts, channel }: ClaimedDelivery,
    reason: string,
  ): Promise<void> {
    const { store, clock, logger, random = Math.random } = this.options;
    const isLast = attempts + 1 >= MOST_ATTEMPTS;
    const wait = retryAfter(attempts, random());
    const dueAt = isLast ? undefined : clock.now() + wait;
    await store.markFailed(id, reason, dueAt);
    const next = isLast
      ? 'there are no more attempts'
      : `next attempt in ${Math.round(wait / SECOND_MS)} s`;
    logger.warn(
      `Alert ${id} could not be sent through ${channel} (${reason}); ${next}`,
    );
  }
}

/**
 * Time before the next attempt, in whole ms: twice as long each time, plus up
 * to half of that, so that replicas do not try at the same moment.
 *
 * @param random - between 0 and 1
 */
export function retryAfter(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
  return Math.round(wait * (1 + random / 2));
}
