import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../database';
import { CatalogReader } from './CatalogReader';
import { failingTargets, mayMatter } from './locations';

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

/** Reads the portal's catalog as the plugin itself. */
export class ServiceCatalogReader implements CatalogReader {
  readonly source = 'portal';

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      kinds: string[];
      /** Fields that the rules read beyond those of every scan. */
      fields?: string[];
    },
  ) {}

  pages(signal: AbortSignal): AsyncIterable<Entity[]> {
    const { kinds, fields = [] } = this.options;
    return this.#pagesOf(kinds, {
      fields: [...new Set([...FIELDS, 'spec.owner', ...fields])],
      signal,
    });
  }

  async failingLocations(signal: AbortSignal): Promise<Set<string>> {
    const locations: Entity[] = [];
    const fields = [...FIELDS, 'spec'];
    for await (const page of this.#pagesOf(['Location'], { fields, signal })) {
      locations.push(...page.filter(mayMatter));
    }
    return failingTargets(locations);
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

  // No order: the catalog leaves out entities that lack the field of an order.
  async *#pagesOf(
    kinds: string[],
    { fields, signal }: { fields: string[]; signal: AbortSignal },
  ): AsyncIterable<Entity[]> {
    const page = { fields, limit: PAGE_SIZE };
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const { items, pageInfo } = await this.options.catalog.queryEntities(
        cursor
          ? { ...page, cursor }
          : { ...page, filter: { kind: kinds }, totalItems: 'exclude' },
        await this.#credentials(),
      );
      yield items;
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }

  // A scan may outlast a token.
  async #credentials() {
    const credentials = await this.options.auth.getOwnServiceCredentials();
    return { credentials };
  }
}
