const FIRST_MS = 5_000;
const LONGEST_MS = 600_000;

/** Increasing, randomized delays between failed attempts. */
export class Backoff {
  #failures = 0;
  #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  reset(): void {
    this.#failures = 0;
  }

  /**
   * The delay before the next attempt, in milliseconds. Respects a delay
   * requested by the server, plus some jitter.
   */
  next(askedMs: number | undefined): number {
    const ceiling = Math.min(FIRST_MS * 2 ** this.#failures, LONGEST_MS);
    this.#failures += 1;
    const jittered = ceiling * (0.5 + this.#random() / 2);
    return askedMs === undefined
      ? jittered
      : askedMs + this.#random() * FIRST_MS;
  }
}
