import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

const PAGE_SIZE = 500;

/** Reads which people the organisation has. */
export interface DeveloperReader {
  /** Entity refs of all users that pass the filter, exclusions included. */
  read(signal: AbortSignal): Promise<string[]>;
}

/** Reads the `User` entities of the software catalog. */
export class CatalogDeveloperReader implements DeveloperReader {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      filter: Record<string, string | string[]>;
    },
  ) {}

  async read(signal: AbortSignal): Promise<string[]> {
    const refs = new Set<string>();
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await this.#readPage(cursor);
      for (const entity of page.items) {
        refs.add(stringifyEntityRef(entity));
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return [...refs];
  }

  // Tokens outlive a page, not a large organisation: a fresh one for each.
  async #readPage(cursor: string | undefined) {
    const { catalog, auth, filter } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const fields = ['kind', 'metadata.namespace', 'metadata.name'];
    const request = cursor
      ? { cursor, fields, limit: PAGE_SIZE }
      : { filter: { ...filter, kind: 'user' }, fields, limit: PAGE_SIZE };
    return catalog.queryEntities(request, { credentials });
  }
}
