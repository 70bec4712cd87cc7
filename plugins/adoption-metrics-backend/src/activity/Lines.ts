/** Named queues that take turns. */
export class Lines<T> {
  /** In the order of their turns. */
  readonly #lines = new Map<string, T[]>();
  #size = 0;

  /** The number of items in all queues. */
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

  /** Removes an item. Returns whether it was still queued. */
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

  /** Takes the first item of each queue in turn, until all are empty. */
  *take(): Generator<T, void> {
    // A queue that is put back moves to the end, where this loop reaches it
    // again.
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
