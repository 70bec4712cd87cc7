/** Elements of a set, each by its index. */
export type ElementSet = ArrayLike<number>;

/**
 * Splits elements into cells no smaller than a minimum. Sets that were accepted
 * are unions of cells, so whatever is formed from them by adding, subtracting
 * and intersecting is empty or as large as the minimum.
 */
export class Partition {
  readonly #cellOf: Int32Array;
  readonly #weights: ElementSet | undefined;
  /** Weight of each cell. */
  readonly #sizes: number[] = [];

  /**
   * At first all elements are in one cell.
   *
   * @param weights - how many people each element stands for; one without it
   */
  constructor(
    elements: number,
    private readonly minimum: number,
    weights?: ElementSet,
  ) {
    this.#cellOf = new Int32Array(elements);
    this.#weights = weights;
    this.#sizes.push(this.weigh(Array.from({ length: elements }, (_, i) => i)));
  }

  /** The cells and how many people are in each. */
  get sizes(): readonly number[] {
    return this.#sizes;
  }

  /** The cell of every element. */
  get cellOf(): Readonly<Int32Array> {
    return this.#cellOf;
  }

  /** How many people a set has. */
  weigh(set: ElementSet): number {
    return this.#weights ? sumOver(set, this.#weights) : set.length;
  }

  /** The cells that a set touches. */
  cellsOf(set: ElementSet): number[] {
    return [...this.#weightByCell(set).keys()].sort((a, b) => a - b);
  }

  /**
   * Splits the cells along a set, unless a piece would be too small.
   *
   * @returns whether the set was accepted
   */
  accept(set: ElementSet): boolean {
    if (this.weigh(set) < this.minimum) {
      return false;
    }
    const inside = this.#weightByCell(set);
    if (![...inside].every(([cell, weight]) => this.#maySplit(cell, weight))) {
      return false;
    }
    this.#split(set, inside);
    return true;
  }

  #maySplit(cell: number, inside: number): boolean {
    const outside = this.#sizes[cell] - inside;
    return outside === 0 || (inside >= this.minimum && outside >= this.minimum);
  }

  #split(set: ElementSet, inside: Map<number, number>): void {
    const pieceOf = new Map<number, number>();
    for (const [cell, weight] of inside) {
      if (weight < this.#sizes[cell]) {
        pieceOf.set(cell, this.#sizes.length);
        this.#sizes.push(weight);
        this.#sizes[cell] -= weight;
      }
    }
    for (let i = 0; i < set.length; i++) {
      const piece = pieceOf.get(this.#cellOf[set[i]]);
      if (piece !== undefined) {
        this.#cellOf[set[i]] = piece;
      }
    }
  }

  #weightByCell(set: ElementSet): Map<number, number> {
    const weights = new Map<number, number>();
    for (let i = 0; i < set.length; i++) {
      const cell = this.#cellOf[set[i]];
      const weight = this.#weights ? this.#weights[set[i]] : 1;
      weights.set(cell, (weights.get(cell) ?? 0) + weight);
    }
    return weights;
  }
}

function sumOver(set: ElementSet, weights: ElementSet): number {
  let sum = 0;
  for (let i = 0; i < set.length; i++) {
    sum += weights[set[i]];
  }
  return sum;
}
