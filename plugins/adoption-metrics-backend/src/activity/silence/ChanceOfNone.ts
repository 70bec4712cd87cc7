/**
 * The chance that nothing happens, as past tries tell it: a beta distribution,
 * so that little experience never makes sure of anything.
 */
export class ChanceOfNone {
  readonly #some: number;
  readonly #none: number;

  /**
   * @param tries.some - tries in which it happened, and those assumed before any
   * @param tries.none - tries in which it did not
   * @param tries.most - how many tries count at most, because they depend on one another
   */
  constructor(tries: { some: number; none: number; most?: number }) {
    const { some, none, most = Infinity } = tries;
    const weight = Math.min(1, most / (some + none));
    this.#some = some * weight;
    this.#none = none * weight;
  }

  /** The chance that it happens in none of so many further tries. */
  ofNoneIn(tries: number): number {
    let chance = 1;
    for (let already = 0; already < tries; already++) {
      chance *= (this.#none + already) / (this.#some + this.#none + already);
    }
    return chance;
  }
}
