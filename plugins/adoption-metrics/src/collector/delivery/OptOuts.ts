import type { SafeStorage } from './storage';

const PREFIX = 'adoption-metrics.opted-out.';

/** How long a choice is trusted, because it may be changed elsewhere. */
const CHECK_AFTER_MS = 24 * 3_600_000;

/**
 * Stores opt-outs in this browser by identity hash, and when the backend was
 * last asked.
 */
export class OptOuts {
  #storage: SafeStorage;
  #now: () => number;

  constructor(storage: SafeStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  has(identity: string): boolean {
    return this.#storage.get(PREFIX + identity) !== undefined;
  }

  set(identity: string, optedOut: boolean): void {
    if (optedOut) {
      this.#storage.set(PREFIX + identity, String(this.#now()));
    } else {
      this.#storage.remove(PREFIX + identity);
    }
  }

  /** Whether the backend should be asked again; at most once a day. */
  takeCheck(identity: string): boolean {
    const checkedAt = this.#storage.get(PREFIX + identity);
    const age = this.#now() - Number(checkedAt);
    if (checkedAt === undefined || Math.abs(age) < CHECK_AFTER_MS) {
      return false;
    }
    this.set(identity, true);
    return true;
  }
}
