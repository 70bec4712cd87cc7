import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  isUserEntity,
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../database';

const REFS_PER_REQUEST = 200;

/** A recipient behind whom there is nobody. */
export interface UnreachableRecipient {
  /** As it was given. */
  entityRef: string;
  code: 'recipient-missing' | 'recipient-empty';
  /** `group:default/empty has no members in the catalog`. */
  fault: string;
}

const faults: Record<UnreachableRecipient['code'], string> = {
  'recipient-missing': 'is not in the catalog',
  'recipient-empty': 'has no members in the catalog',
};

/**
 * Finds out which recipients reach somebody: a user in the catalog, or a group
 * of which such a user is a member, or a member of a group below it.
 */
export class RecipientReader {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
      auth: AuthService;
    },
  ) {}

  /**
   * Those of the recipients who reach nobody.
   *
   * @param entityRefs - of users and groups
   * @throws Error if the catalog does not answer
   */
  async unreachable(
    entityRefs: Iterable<string>,
  ): Promise<UnreachableRecipient[]> {
    const found: UnreachableRecipient[] = [];
    for (const entityRef of new Set(entityRefs)) {
      const code = await this.#faultOf(entityRef);
      if (code) {
        const fault = `${entityRef} ${faults[code]}`;
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

  // Level by level, since most groups have members of their own. What was seen
  // is not read again: groups may be nested in a circle.
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

  /** Reads entities until a user is among them: one is enough. */
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
