/** Waiting lines, one for each name, which take turns. */
export class Lines<T> {
  /** In the order of their turns. */
  readonly #lines = new Map<string, T[]>();
  #size = 0;

  /** How many wait, in all lines. */
  get size(): number {
    return this.#size;
  }

  add(name: string, item: T): void {
    const line = this.#lines.get(name);
    if (line) {
      line.push(item);
    } else {
      this.#lines.set(name, [item]);
    }
    this.#size++;
  }

  /** Takes one out of its line; whether it was still there. */
  remove(name: string, item: T): boolean {
    const line = this.#lines.get(name);
    const index = line?.indexOf(item) ?? -1;
    if (!line || index < 0) {
      return false;
    }
    line.splice(index, 1);
    if (line.length === 0) {
      this.#lines.delete(name);
    }
    this.#size--;
    return true;
  }

  /** Takes the first of each line in turn, until there are no more. */
  *take(): Generator<T, void> {
    // A line that is put back goes to the end, where this loop finds it again.
    for (const [name, line] of this.#lines) {
      const item = line.shift()!;
      this.#lines.delete(name);
      if (line.length > 0) {
        this.#lines.set(name, line);
      }
      this.#size--;
      yield item;
    }
  }
}
