import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { failingTargets } from '../locations';
import { CatalogPage, CatalogReader } from './CatalogReader';

/** Reads a catalog that is a list of entities in memory. */
export class EntityListReader implements CatalogReader {
  readonly source = 'history';
  readonly scope: string;
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

  async failingLocations(): Promise<Set<string>> {
    return failingTargets(this.#ofKind('location'));
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
