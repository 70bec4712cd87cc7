import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  Ancestry,
  AncestryItem,
  isFailing,
  sourceOf,
  targetsOf,
} from '../locations';
import { CatalogPage, CatalogReader } from './CatalogReader';

/** The source name of imported scans. */
export const IMPORTED = 'history';

/** Reads a catalog from a list of entities. */
export class EntityListReader implements CatalogReader {
  readonly source: string = IMPORTED;
  readonly scope: string;
  readonly integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  readonly #kinds: Set<string>;

  constructor(private readonly entities: Entity[], kinds: string[]) {
    this.scope = kinds.join(' ');
    this.#kinds = new Set(kinds.map(kind => kind.toLowerCase()));
  }

  async *pages(_signal: AbortSignal): AsyncIterable<CatalogPage> {
    const entities = this.entities.filter(({ kind }) =>
      this.#kinds.has(kind.toLowerCase()),
    );
    yield { entities };
  }

  async failingLocations(): Promise<Entity[]> {
    return this.entities.filter(isFailing);
  }

  /** Derived from the targets of Locations. */
  async ancestryOf(entityRef: string): Promise<Ancestry> {
    const locations = this.#ofKind('location');
    const ancestry = new Map<string, AncestryItem>();
    const pending = this.entities.filter(
      each => stringifyEntityRef(each) === entityRef,
    );
    for (const entity of pending) {
      const source = sourceOf(entity);
      const parents = locations.filter(
        each =>
          each !== entity &&
          source !== undefined &&
          targetsOf(each, this.integrations).includes(source),
      );
      ancestry.set(stringifyEntityRef(entity), {
        entity,
        parentEntityRefs: parents.map(each => stringifyEntityRef(each)),
      });
      pending.push(...parents.filter(each => !pending.includes(each)));
    }
    return ancestry;
  }

  async existing(refs: string[]): Promise<Set<string>> {
    const all = new Set(
      this.entities.map(entity => stringifyEntityRef(entity)),
    );
    return new Set(refs.filter(ref => all.has(ref)));
  }

  async hasGroups(): Promise<boolean> {
    return this.#ofKind('group').length > 0;
  }

  #ofKind(kind: string): Entity[] {
    return this.entities.filter(each => each.kind.toLowerCase() === kind);
  }
}
