import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  isUserEntity,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { chunked } from '../database';

const REFS_PER_REQUEST = 200;

/** A recipient that does not resolve to any user. */
export interface UnreachableRecipient {
  /** As configured. */
  entityRef: string;
  code: 'recipient-missing' | 'recipient-empty';
  /** `group:default/empty has no members in the catalog`. */
  fault: Wording;
}

/**
 * Checks whether recipients resolve to users in the catalog, directly or
 * through groups and their child groups.
 */
export class RecipientReader {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      auth: AuthService;
    },
  ) {}

  /**
   * Recipients that do not resolve to any user.
   *
   * @param entityRefs - of users and groups
   * @throws Error if the catalog does not respond
   */
  async unreachable(
    entityRefs: Iterable<string>,
  ): Promise<UnreachableRecipient[]> {
    const found: UnreachableRecipient[] = [];
    for (const entityRef of new Set(entityRefs)) {
      const code = await this.#faultOf(entityRef);
      if (code) {
        const fault = say(`health.${code}`, { recipient: entityRef });
        found.push({ entityRef, code, fault });
      }
    }
    return found;
  }

  async #faultOf(
    entityRef: string,
  ): Promise<UnreachableRecipient['code'] | undefined> {
    const [recipient] = await this.#read([entityRef]);
    if (!recipient) {
      return 'recipient-missing';
    }
    return (await this.#includesUser(recipient))
      ? undefined
      : 'recipient-empty';
  }

  // Breadth first, because most groups have direct members. Groups can form
  // cycles, so each is visited once.
  async #includesUser(recipient: Entity): Promise<boolean> {
    const seen = new Set<string>();
    let level = [recipient];
    while (level.length > 0) {
      if (level.some(isUserEntity)) {
        return true;
      }
      const below = level
        .flatMap(membersAndChildren)
        .filter(ref => !seen.has(ref));
      below.forEach(ref => seen.add(ref));
      level = await this.#readUpToUser([...new Set(below)]);
    }
    return false;
  }

  /** Reads entities until one is a user. */
  async #readUpToUser(entityRefs: string[]): Promise<Entity[]> {
    const read: Entity[] = [];
    for (const refs of chunked(entityRefs, REFS_PER_REQUEST)) {
      const entities = await this.#read(refs);
      read.push(...entities);
      if (entities.some(isUserEntity)) {
        break;
      }
    }
    return read;
  }

  async #read(entityRefs: string[]): Promise<Entity[]> {
    const { catalog, auth } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.filter(item => item !== undefined);
  }
}

function membersAndChildren({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) =>
      [RELATION_HAS_MEMBER, RELATION_PARENT_OF].includes(type),
    )
    .map(({ targetRef }) => targetRef);
}
