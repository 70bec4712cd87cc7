import pLimit, { Limit } from 'p-limit';
import { TooManyRequestsError } from '../http';

/** How many reports of one observer may wait for the one being recorded. */
const MOST_WAITING = 100;

const SECONDS_UNTIL_RETRY = 1;

/**
 * Has the reports of one observer take turns: a hundred at once would hold every
 * connection to the database while they wait for each other.
 */
export class ObserverTurns {
  readonly #limits = new Map<string, Limit>();

  /** @throws TooManyRequestsError if too many of the observer's wait already */
  async take<T>(observer: string, report: () => Promise<T>): Promise<T> {
    const limit = this.#limits.get(observer) ?? pLimit(1);
    if (limit.pendingCount >= MOST_WAITING) {
      throw new TooManyRequestsError(
        `Observer '${observer}' sends too many reports at once; expected at most ${MOST_WAITING} waiting`,
        SECONDS_UNTIL_RETRY,
      );
    }
    this.#limits.set(observer, limit);
    try {
      return await limit(report);
    } finally {
      if (limit.activeCount + limit.pendingCount === 0) {
        this.#limits.delete(observer);
      }
    }
  }
}
