/**
 * Remembers the last so many distinct texts, and up to twice as many: the older
 * half is forgotten at once, since a set from which the oldest is deleted again
 * and again becomes slow to search for its first.
 */
export class RecentSet {
  #newer = new Set<string>();
  #older: ReadonlySet<string> = new Set<string>();

  constructor(private readonly capacity: number) {}

  /** @returns whether the text was not among the remembered ones */
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
