import { ServiceUnavailableError } from '@backstage/errors';

/** How many reads are served and held. */
export interface ReadLimits {
  /** Served at the same time, beside what else the process does. */
  atOnce: number;
  /** Waiting, of all callers together. */
  waiting: number;
  /** Waiting, of one caller. */
  waitingOfOne: number;
}

/** What is enough for the pages of many people, and leaves the process room. */
export const usualReads: ReadLimits = {
  atOnce: 4,
  waiting: 256,
  waitingOfOne: 48,
};

/** As many as usual, but never more than half of the database's connections. */
export function limitReads(connections: number): ReadLimits {
  const half = Math.max(1, Math.floor(connections / 2));
  return { ...usualReads, atOnce: Math.min(usualReads.atOnce, half) };
}

/**
 * Serves no more reads at once than the process can beside its work. Callers
 * take turns, so that whoever asks for a lot waits behind themselves only.
 */
export class ReadGate {
  /** By caller, in the order of their turns. */
  readonly #waiting = new Map<string, Array<() => void>>();
  #held = 0;
  #served = 0;

  constructor(private readonly limits: ReadLimits = usualReads) {}

  /**
   * @throws ServiceUnavailableError if too many reads wait already, and the
   * reason of the signal if it is aborted before the turn has come.
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

  /** The caller whose turn it is comes last from now on. */
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
