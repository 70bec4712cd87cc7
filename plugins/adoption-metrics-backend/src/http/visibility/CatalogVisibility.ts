import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../../database';

const REFS_PER_REQUEST = 200;

/**
 * What one caller may see of the catalog. The plugin itself reads everything,
 * and knows groups, users, and entities that its readers may not know of.
 */
export interface Visibility {
  /**
   * Those that the caller may read in the catalog. What is not in the catalog
   * cannot be read, just as what is hidden.
   *
   * @param entityRefs - in lower case
   * @throws ServiceUnavailableError if the catalog does not answer
   */
  readable(entityRefs: Iterable<string>): Promise<ReadonlySet<string>>;
  /**
   * Those that are in the catalog and that the caller may not read; all that
   * are not known to be readable while the catalog does not answer.
   *
   * @param entityRefs - in lower case
   */
  hidden(entityRefs: Iterable<string>): Promise<ReadonlySet<string>>;
}

/** The visibility of whoever may know everything that is stored. */
export const everything: Visibility = {
  readable: async entityRefs => new Set(entityRefs),
  hidden: async () => new Set(),
};

/** The visibility of readers about whom nothing is known. */
export const nothing: Visibility = {
  readable: async () => new Set(),
  hidden: async entityRefs => new Set(entityRefs),
};

/** Asks the catalog in the caller's name, about each entity once a request. */
export class CatalogVisibility implements Visibility {
  readonly #known = new Map<string, boolean>();

  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      /** Of the caller. */
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

// A token that is restricted to other plugins may read nothing of the catalog.
function isNotAllowed(error: unknown): boolean {
  const { name, statusCode } = (error ?? {}) as {
    name?: string;
    statusCode?: number;
  };
  return name === 'NotAllowedError' || statusCode === 403;
}
