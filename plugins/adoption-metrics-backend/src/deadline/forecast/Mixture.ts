import { normalCdf } from './normal';

/** A mixture of equally likely normal distributions with the same deviation. */
export class Mixture {
  /**
   * @param deviation - 0 or more
   */
  constructor(
    private readonly centers: number[],
    private readonly deviation: number,
  ) {}

  /** The probability of a value of at least `least`. */
  atLeast(least: number): number {
    let sum = 0;
    for (const center of this.centers) {
      sum += this.#chance(center - least);
    }
    return sum / this.centers.length;
  }

  #chance(surplus: number): number {
    if (this.deviation === 0) {
      return surplus >= 0 ? 1 : 0;
    }
    return normalCdf(surplus / this.deviation);
  }
}
