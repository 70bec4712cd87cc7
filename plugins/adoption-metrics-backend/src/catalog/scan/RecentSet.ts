/** Remembers the last so many distinct texts, whatever there were before. */
export class RecentSet {
  readonly #texts = new Set<string>();

  constructor(private readonly capacity: number) {}

  /** @returns whether the text was not among the remembered ones */
  add(text: string): boolean {
    if (this.#texts.has(text)) {
      return false;
    }
    this.#texts.add(text);
    if (this.#texts.size > this.capacity) {
      const [oldest] = this.#texts;
      this.#texts.delete(oldest);
    }
    return true;
  }
}
