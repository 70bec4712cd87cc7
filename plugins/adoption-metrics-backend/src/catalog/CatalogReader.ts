import { Entity } from '@backstage/catalog-model';

/** Reads what a scan needs to know of a catalog. */
export interface CatalogReader {
  /**
   * Names the catalog: `portal`, or `history` for a told one. Since when a
   * fault is known is remembered for each apart.
   */
  readonly source: string;

  /** The entities of the configured kinds; one may come more than once. */
  pages(signal: AbortSignal): AsyncIterable<Entity[]>;

  /** Sources that the catalog fails to read, see `normalizeLocation`. */
  failingLocations(signal: AbortSignal): Promise<Set<string>>;

  /** Those of the given entity refs that are in the catalog. */
  existing(refs: string[], signal: AbortSignal): Promise<Set<string>>;

  /** Whether the organisation was loaded into the catalog at all. */
  hasGroups(): Promise<boolean>;
}
