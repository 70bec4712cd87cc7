/**
 * Remembers at least the latest `capacity` distinct texts, and at most twice as
 * many. The older half is dropped at once: deleting the oldest entry of a set
 * again and again makes finding its first entry slow.
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
