import { Entity } from '@backstage/catalog-model';
import { Ancestry, Integrations } from '../locations';

/** A page of a catalog. */
export interface CatalogPage {
  entities: Entity[];
  /** Where the next page begins; undefined after the last one. */
  nextCursor?: string;
}

/** Reads what a scan needs to know of a catalog. */
export interface CatalogReader {
  /**
   * Names the catalog: `portal`, or `history` for an imported one. Findings of each
   * are stored separately.
   */
  readonly source: string;

  /** Describes what is read: a cursor is valid only within the same scope. */
  readonly scope: string;

  /**
   * The entities of the configured kinds; one may come more than once.
   *
   * @param cursor - where to begin, if not at the beginning
   */
  pages(signal: AbortSignal, cursor?: string): AsyncIterable<CatalogPage>;

  /** Resolves what Locations point to. */
  readonly integrations: Integrations;

  /** The `Location` entities that the catalog fails to process. */
  failingLocations(signal: AbortSignal): Promise<Entity[]>;

  /** An entity and all that leads to it. */
  ancestryOf(entityRef: string, signal: AbortSignal): Promise<Ancestry>;

  /** Those of the given entity refs that are in the catalog. */
  existing(refs: string[], signal: AbortSignal): Promise<Set<string>>;

  /** Whether the organization was loaded into the catalog at all. */
  hasGroups(): Promise<boolean>;
}
