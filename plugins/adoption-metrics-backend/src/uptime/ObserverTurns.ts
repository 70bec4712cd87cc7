import pLimit, { Limit } from 'p-limit';
import { TooManyRequestsError } from '../http';

/** How many reports of one observer can be queued. */
const MOST_WAITING = 100;

const SECONDS_UNTIL_RETRY = 1;

/**
 * Processes reports of an observer one at a time. Concurrent ones would wait
 * for each other, and occupy all database connections.
 */
export class ObserverTurns {
  readonly #limits = new Map<string, Limit>();

  /**
   * @throws TooManyRequestsError if too many reports of this observer are
   * queued
   */
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
