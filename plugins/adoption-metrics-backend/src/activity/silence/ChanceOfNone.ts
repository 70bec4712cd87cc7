/**
 * The probability that an event does not occur, estimated from past trials with
 * a beta distribution, so that a few trials never lead to certainty.
 */
export class ChanceOfNone {
  readonly #some: number;
  readonly #none: number;

  /**
   * @param tries.some - trials in which it occurred, including prior ones
   * @param tries.none - trials in which it did not
   * @param tries.most - the maximum number of trials to count, because they are
   * not independent
   */
  constructor(tries: { some: number; none: number; most?: number }) {
    const { some, none, most = Infinity } = tries;
    const weight = Math.min(1, most / (some + none));
    this.#some = some * weight;
    this.#none = none * weight;
  }

  /** The probability that it occurs in none of the next trials. */
  ofNoneIn(tries: number): number {
    let chance = 1;
    for (let already = 0; already < tries; already++) {
      chance *= (this.#none + already) / (this.#some + this.#none + already);
    }
    return chance;
  }
}
