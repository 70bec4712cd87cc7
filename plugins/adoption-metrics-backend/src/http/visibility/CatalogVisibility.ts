import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../../database';

const REFS_PER_REQUEST = 200;

/**
 * What a caller can see of the catalog. The plugin itself sees everything,
 * including entities that the caller has no access to.
 */
export interface Visibility {
  /**
   * Entities that the caller can read in the catalog. Entities that do not
   * exist count as not readable.
   *
   * @param entityRefs - in lower case
   * @throws ServiceUnavailableError if the catalog does not respond
   */
  readable(entityRefs: Iterable<string>): Promise<ReadonlySet<string>>;
  /**
   * Entities that exist, but that the caller cannot read. If the catalog does
   * not respond, all entities that are not known to be readable.
   *
   * @param entityRefs - in lower case
   */
  hidden(entityRefs: Iterable<string>): Promise<ReadonlySet<string>>;
}

/** For callers who can see everything that is stored. */
export const everything: Visibility = {
  readable: async entityRefs => new Set(entityRefs),
  hidden: async () => new Set(),
};

/** For callers about whom nothing is known. */
export const nothing: Visibility = {
  readable: async () => new Set(),
  hidden: async entityRefs => new Set(entityRefs),
};

/** Asks the catalog on behalf of the caller, once per entity and request. */
export class CatalogVisibility implements Visibility {
  readonly #known = new Map<string, boolean>();

  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      /** The caller's credentials. */
      credentials: BackstageCredentials;
    },
  ) {}

  async readable(entityRefs: Iterable<string>): Promise<ReadonlySet<string>> {
    const asked = [...new Set(entityRefs)];
    const unknown = asked.filter(ref => !this.#known.has(ref));
    const found = await this.#askForCaller(unknown);
    unknown.forEach(ref => this.#known.set(ref, found.has(ref)));
    return new Set(asked.filter(ref => this.#known.get(ref)));
  }

  async hidden(entityRefs: Iterable<string>): Promise<ReadonlySet<string>> {
    const asked = [...new Set(entityRefs)];
    const { auth } = this.options;
    try {
      const readable = await this.readable(asked);
      const others = asked.filter(ref => !readable.has(ref));
      return others.length === 0
        ? new Set()
        : await this.#ask(others, await auth.getOwnServiceCredentials());
    } catch {
      return new Set(asked.filter(ref => !this.#known.get(ref)));
    }
  }

  async #askForCaller(entityRefs: string[]): Promise<Set<string>> {
    try {
      return await this.#ask(entityRefs, this.options.credentials);
    } catch (error) {
      if (isNotAllowed(error)) {
        return new Set();
      }
      throw new ServiceUnavailableError(
        'The catalog did not respond; try again in a few seconds',
      );
    }
  }

  async #ask(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const refs of chunked(entityRefs, REFS_PER_REQUEST)) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: ['kind'] },
        { credentials },
      );
      refs.filter((_, index) => items[index]).forEach(ref => found.add(ref));
    }
    return found;
  }
}

// A token that is restricted to other plugins has no access to the catalog.
function isNotAllowed(error: unknown): boolean {
  const { name, statusCode } = (error ?? {}) as {
    name?: string;
    statusCode?: number;
  };
  return name === 'NotAllowedError' || statusCode === 403;
}
