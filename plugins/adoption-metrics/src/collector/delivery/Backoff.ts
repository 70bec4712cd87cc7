const FIRST_MS = 5_000;
const LONGEST_MS = 600_000;

/** Growing, jittered pauses between failed attempts. */
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
   * The pause before the next attempt in milliseconds. A wait the server asked
   * for is kept, with a little more so that browsers do not return together.
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
