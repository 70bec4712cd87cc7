import { ServiceUnavailableError } from '@backstage/errors';

/** Limits of concurrent and queued reads. */
interface ReadLimits {
  /** Reads that run at the same time. */
  atOnce: number;
  /** Queued reads of all callers. */
  waiting: number;
  /** Queued reads of one caller. */
  waitingOfOne: number;
}

/** Enough for many users' pages, while leaving capacity for other work. */
export const usualReads: ReadLimits = {
  atOnce: 4,
  waiting: 256,
  waitingOfOne: 48,
};

/** The usual limits, but never more than half of the database's connections. */
export function limitReads(connections: number): ReadLimits {
  const half = Math.max(1, Math.floor(connections / 2));
  return { ...usualReads, atOnce: Math.min(usualReads.atOnce, half) };
}

/**
 * Limits how many reads run at the same time. Callers take turns, so that one
 * with many requests only delays their own.
 */
export class ReadGate {
  /** By caller, in the order of their turns. */
  readonly #waiting = new Map<string, Array<() => void>>();
  #held = 0;
  #served = 0;

  constructor(private readonly limits: ReadLimits = usualReads) {}

  /**
   * @throws ServiceUnavailableError if the queue is full, or the reason of the
   * signal if it is aborted while queued
   */
  async serve<T>(
    caller: string,
    signal: AbortSignal,
    read: () => Promise<T>,
  ): Promise<T> {
    await this.#enter(caller, signal);
    try {
      return await read();
    } finally {
      this.#served--;
      this.#next();
    }
  }

  async #enter(caller: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#served < this.limits.atOnce) {
      this.#served++;
      return;
    }
    await this.#wait(caller, signal);
  }

  #wait(caller: string, signal: AbortSignal): Promise<void> {
    const own = this.#waiting.get(caller) ?? [];
    const { waiting, waitingOfOne } = this.limits;
    if (own.length >= waitingOfOne || this.#held >= waiting) {
      throw new ServiceUnavailableError(
        'Too many reads are waiting; try again in a few seconds',
      );
    }
    this.#waiting.set(caller, own);
    this.#held++;
    return new Promise((enter, reject) => {
      own.push(enter);
      signal.addEventListener('abort', () => {
        const place = own.indexOf(enter);
        if (place >= 0) {
          own.splice(place, 1);
          this.#forget(caller, own);
          reject(signal.reason);
        }
      });
    });
  }

  /** The caller who gets a turn moves to the end. */
  #next(): void {
    const [turn] = this.#waiting;
    if (!turn) {
      return;
    }
    const [caller, own] = turn;
    const enter = own.shift()!;
    this.#waiting.delete(caller);
    this.#waiting.set(caller, own);
    this.#forget(caller, own);
    this.#served++;
    enter();
  }

  #forget(caller: string, own: unknown[]): void {
    this.#held--;
    if (own.length === 0) {
      this.#waiting.delete(caller);
    }
  }
}
