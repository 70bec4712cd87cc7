import { CatalogReader } from './CatalogReader';

/** Asks once per scan and ref whether it is in the catalog. */
export class RefLookup {
  readonly #asked = new Set<string>();
  readonly #existing = new Set<string>();

  constructor(
    private readonly reader: CatalogReader,
    private readonly signal: AbortSignal,
  ) {}

  /** All refs known to exist, after having asked for the given ones. */
  async existing(refs: string[]): Promise<ReadonlySet<string>> {
    const open = [...new Set(refs)].filter(ref => !this.#asked.has(ref));
    if (open.length > 0) {
      const found = await this.reader.existing(open, this.signal);
      open.forEach(ref => this.#asked.add(ref));
      found.forEach(ref => this.#existing.add(ref));
    }
    return this.#existing;
  }
}
