/**
 * A compact set of small integers, with one bit per number: the ids of a
 * hundred thousand findings take 13 kB.
 */
export class IdSet {
  #bits: Buffer;

  private constructor(bits: Buffer) {
    this.#bits = bits;
  }

  static of(ids: number[] = []): IdSet {
    const set = new IdSet(Buffer.alloc(0));
    ids.forEach(id => set.add(id));
    return set;
  }

  /**
   * @param text - written by `toText`
   */
  static fromText(text: string): IdSet {
    return new IdSet(Buffer.from(text, 'base64'));
  }

  add(id: number): void {
    const [index, bit] = placeOf(id);
    if (index >= this.#bits.length) {
      this.#bits = Buffer.concat([this.#bits], 2 * index + 1);
    }
    this.#bits[index] |= bit;
  }

  has(id: number): boolean {
    const [index, bit] = placeOf(id);
    return index < this.#bits.length && (this.#bits[index] & bit) !== 0;
  }

  toText(): string {
    return this.#bits.toString('base64');
  }
}

function placeOf(id: number): [index: number, bit: number] {
  return [Math.floor(id / 8), 1 << id % 8];
}
