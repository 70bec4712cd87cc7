import { Entity } from '@backstage/catalog-model';
import { Ancestry, Integrations } from '../locations';

/** A page of a catalog. */
export interface CatalogPage {
  entities: Entity[];
  /** Where the next page begins; undefined after the last one. */
  nextCursor?: string;
}

/** Reads a catalog for a scan. */
export interface CatalogReader {
  /**
   * Identifies the catalog: `portal`, or `history` for an imported one. Their
   * findings are stored separately.
   */
  readonly source: string;

  /** Identifies what is read; cursors are only valid for the same scope. */
  readonly scope: string;

  /**
   * Entities of the configured kinds, possibly with duplicates.
   *
   * @param cursor - where to begin. Defaults to the beginning
   */
  pages(signal: AbortSignal, cursor?: string): AsyncIterable<CatalogPage>;

  /** Resolves targets of Locations. */
  readonly integrations: Integrations;

  /** The `Location` entities that the catalog fails to process. */
  failingLocations(signal: AbortSignal): Promise<Entity[]>;

  /** An entity with everything that led to it. */
  ancestryOf(entityRef: string, signal: AbortSignal): Promise<Ancestry>;

  /** Those of the entity refs that are in the catalog. */
  existing(refs: string[], signal: AbortSignal): Promise<Set<string>>;

  /** Whether the catalog contains any groups. */
  hasGroups(): Promise<boolean>;
}
