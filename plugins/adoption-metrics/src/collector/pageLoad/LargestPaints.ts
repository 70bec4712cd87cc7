/** The paints of ever larger content in one load. */
export class LargestPaints {
  #paintedAt: number[] = [];

  add(paintedAt: number): void {
    this.#paintedAt.push(paintedAt);
  }

  /** When the largest content was painted that was not painted later. */
  last(until: number): number | undefined {
    return this.#paintedAt.filter(at => at <= until).at(-1);
  }
}
