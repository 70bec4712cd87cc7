import { CatalogReader } from './CatalogReader';

const MOST_REMEMBERED = 50_000;

/** Looks up which refs are in the catalog, and caches recent results. */
export class RefLookup {
  readonly #answers = new Map<string, boolean>();

  constructor(
    private readonly reader: CatalogReader,
    private readonly signal: AbortSignal,
  ) {}

  /** Those of the refs that are in the catalog. */
  async existing(refs: string[]): Promise<ReadonlySet<string>> {
    const wanted = [...new Set(refs)];
    const open = wanted.filter(ref => !this.#answers.has(ref));
    if (open.length > 0) {
      const found = await this.reader.existing(open, this.signal);
      open.forEach(ref => this.#answers.set(ref, found.has(ref)));
    }
    const existing = wanted.filter(ref => this.#answers.get(ref));
    this.#forgetOldest();
    return new Set(existing);
  }

  #forgetOldest(): void {
    for (const ref of this.#answers.keys()) {
      if (this.#answers.size <= MOST_REMEMBERED) {
        return;
      }
      this.#answers.delete(ref);
    }
  }
}
