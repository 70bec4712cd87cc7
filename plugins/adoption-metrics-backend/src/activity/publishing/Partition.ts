/** A set of elements, by index. */
export type ElementSet = ArrayLike<number>;

/**
 * Splits elements into cells of at least a minimum size. Every accepted set is
 * a union of cells, so anything formed from them by union, difference, and
 * intersection is either empty or large enough.
 */
export class Partition {
  readonly #cellOf: Int32Array;
  readonly #weights: ElementSet | undefined;
  /** The weight of each cell. */
  readonly #sizes: number[] = [];

  /**
   * Starts with a single cell.
   *
   * @param weights - the number of people per element. Defaults to 1
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

  /** The number of people in each cell. */
  get sizes(): readonly number[] {
    return this.#sizes;
  }

  /** The cell of each element. */
  get cellOf(): Readonly<Int32Array> {
    return this.#cellOf;
  }

  /** The number of people in a set. */
  weigh(set: ElementSet): number {
    return this.#weights ? sumOver(set, this.#weights) : set.length;
  }

  /** The cells that overlap with a set. */
  cellsOf(set: ElementSet): number[] {
    return [...this.#weightByCell(set).keys()].sort((a, b) => a - b);
  }

  /**
   * Splits cells along a set, unless a part would be too small.
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
