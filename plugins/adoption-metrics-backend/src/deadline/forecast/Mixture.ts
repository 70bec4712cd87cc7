import { normalCdf } from './normal';

/** Some equally likely values, each with the same normal error around it. */
export class Mixture {
  /** @param deviation - of the error, 0 or more */
  constructor(
    private readonly centres: number[],
    private readonly deviation: number,
  ) {}

  /** The probability of a value from `least` on. */
  atLeast(least: number): number {
    let sum = 0;
    for (const centre of this.centres) {
      sum += this.#chance(centre - least);
    }
    return sum / this.centres.length;
  }

  #chance(surplus: number): number {
    if (this.deviation === 0) {
      return surplus >= 0 ? 1 : 0;
    }
    return normalCdf(surplus / this.deviation);
  }
}
