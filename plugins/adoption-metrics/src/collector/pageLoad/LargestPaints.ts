/** Increasingly large paints of one load. */
export class LargestPaints {
  #paintedAt: number[] = [];

  add(paintedAt: number): void {
    this.#paintedAt.push(paintedAt);
  }

  /** When the largest content was painted, up to an instant. */
  last(until: number): number | undefined {
    return this.#paintedAt.filter(at => at <= until).at(-1);
  }
}
