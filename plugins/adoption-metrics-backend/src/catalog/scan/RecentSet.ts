/**
 * Remembers at least the latest `capacity` distinct texts, and at most twice as
 * many. Drops the older half at once, because repeatedly deleting the first
 * entry of a Set makes finding the next one slow.
 */
export class RecentSet {
  #newer = new Set<string>();
  #older: ReadonlySet<string> = new Set<string>();

  constructor(private readonly capacity: number) {}

  /** @returns whether the text is new */
  add(text: string): boolean {
    if (this.#newer.has(text) || this.#older.has(text)) {
      return false;
    }
    if (this.#newer.size === this.capacity) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    this.#newer.add(text);
    return true;
  }
}
