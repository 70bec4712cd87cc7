import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../../database';
import { Ancestry, Integrations, isFailing } from '../locations';
import { CatalogPage, CatalogReader } from './CatalogReader';

const PAGE_SIZE = 500;
const REFS_PER_REQUEST = 200;

const FIELDS = [
  'kind',
  'metadata.uid',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
  'status',
];

interface Stretch {
  fields: string[];
  signal: AbortSignal;
  cursor?: string;
}

/** Reads the portal's catalog with the plugin's own credentials. */
export class ServiceCatalogReader implements CatalogReader {
  readonly source = 'portal';
  readonly scope: string;
  readonly #fields: string[];

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      integrations: Integrations;
      kinds: string[];
      /** Additional fields that rules need. */
      fields?: string[];
    },
  ) {
    const { kinds, fields = [] } = options;
    this.#fields = [...new Set([...FIELDS, 'spec.owner', ...fields])];
    this.scope = JSON.stringify({ kinds, fields: this.#fields });
  }

  pages(signal: AbortSignal, cursor?: string): AsyncIterable<CatalogPage> {
    const fields = this.#fields;
    return this.#pagesOf(this.options.kinds, { fields, signal, cursor });
  }

  get integrations(): Integrations {
    return this.options.integrations;
  }

  async failingLocations(signal: AbortSignal): Promise<Entity[]> {
    const locations: Entity[] = [];
    const fields = [...FIELDS, 'spec'];
    const pages = this.#pagesOf(['Location'], { fields, signal });
    for await (const { entities } of pages) {
      locations.push(...entities.filter(isFailing));
    }
    return locations;
  }

  async ancestryOf(entityRef: string, signal: AbortSignal): Promise<Ancestry> {
    signal.throwIfAborted();
    const { items } = await this.options.catalog.getEntityAncestors(
      { entityRef },
      await this.#credentials(),
    );
    return new Map(
      items.map(item => [stringifyEntityRef(item.entity), item] as const),
    );
  }

  async existing(refs: string[], signal: AbortSignal): Promise<Set<string>> {
    const found = new Set<string>();
    for (const entityRefs of chunked(refs, REFS_PER_REQUEST)) {
      signal.throwIfAborted();
      const { items } = await this.options.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata.name'] },
        await this.#credentials(),
      );
      entityRefs
        .filter((_, index) => items[index])
        .forEach(ref => found.add(ref));
    }
    return found;
  }

  async hasGroups(): Promise<boolean> {
    const { items } = await this.options.catalog.queryEntities(
      {
        filter: { kind: 'Group' },
        fields: ['kind'],
        limit: 1,
        totalItems: 'exclude',
      },
      await this.#credentials(),
    );
    return items.length > 0;
  }

  // Unordered, because the catalog omits entities without the field to sort by.
  async *#pagesOf(
    kinds: string[],
    { fields, signal, cursor }: Stretch,
  ): AsyncIterable<CatalogPage> {
    const page = { fields, limit: PAGE_SIZE };
    let nextCursor = cursor;
    do {
      signal.throwIfAborted();
      const { items, pageInfo } = await this.options.catalog.queryEntities(
        nextCursor
          ? { ...page, cursor: nextCursor }
          : { ...page, filter: { kind: kinds }, totalItems: 'exclude' },
        await this.#credentials(),
      );
      nextCursor = pageInfo.nextCursor;
      yield { entities: items, nextCursor };
    } while (nextCursor);
  }

  // A scan can take longer than a token is valid.
  async #credentials() {
    const credentials = await this.options.auth.getOwnServiceCredentials();
    return { credentials };
  }
}
