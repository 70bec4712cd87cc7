import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { plainText } from '../database';
import { attributesOf, fieldsOf } from './attributes';
import { AttributeConfig } from './config';
import {
  Organization,
  OrganizationGroup,
  OrganizationUser,
} from './Organization';

const PAGE_SIZE = 500;
const LONGEST_REF = 255;
const REF_FIELDS = ['kind', 'metadata.namespace', 'metadata.name'];
const USER_FIELDS = [...REF_FIELDS, 'relations'];
const GROUP_FIELDS = [
  ...USER_FIELDS,
  'metadata.title',
  'spec.profile.displayName',
];

type Filter = Record<string, string | string[]>;

/** Reads `User` and `Group` entities from the catalog. */
export class OrganizationReader {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      /**
       * Selects the users who can be developers. Without fields, all of them.
       */
      filter: Filter;
      /** Attributes to read from users. */
      attributes?: AttributeConfig[];
    },
  ) {}

  /**
   * @throws Error if any part cannot be read
   */
  async read(signal: AbortSignal): Promise<Organization> {
    const users = await this.#readUsers(signal);
    const groups = await this.#readGroups(users, signal);
    await this.#applyFilter(users, signal);
    return { users: [...users.values()], groups };
  }

  async #readUsers(signal: AbortSignal) {
    const users = new Map<string, OrganizationUser>();
    const { attributes = [] } = this.options;
    const fields = [...USER_FIELDS, ...fieldsOf(attributes)];
    const request = { filter: { kind: 'user' }, fields };
    for await (const entity of this.#entities(request, signal)) {
      const entityRef = plainRef(stringifyEntityRef(entity));
      const groups = targetsOf(entity, RELATION_MEMBER_OF);
      users.set(entityRef, {
        entityRef,
        groups,
        matches: true,
        ...(attributes.length > 0
          ? { attributes: attributesOf(entity, attributes) }
          : {}),
      });
    }
    return users;
  }

  // Users and groups are read at different times, so a relation may only be
  // found on one of its two entities.
  async #readGroups(users: Map<string, OrganizationUser>, signal: AbortSignal) {
    const groups = new Map<string, OrganizationGroup>();
    const request = { filter: { kind: 'group' }, fields: GROUP_FIELDS };
    for await (const entity of this.#entities(request, signal)) {
      const entityRef = plainRef(stringifyEntityRef(entity));
      const parents = targetsOf(entity, RELATION_CHILD_OF);
      groups.set(entityRef, { entityRef, name: nameOf(entity), parents });
      for (const member of targetsOf(entity, RELATION_HAS_MEMBER)) {
        users.get(member)?.groups.push(entityRef);
      }
    }
    return [...groups.values()];
  }

  // The catalog applies the filter, so that it matches exactly as in the
  // catalog. Without a filter, no second request is needed.
  async #applyFilter(
    users: Map<string, OrganizationUser>,
    signal: AbortSignal,
  ) {
    if (Object.keys(this.options.filter).length === 0) {
      return;
    }
    const filter = { ...this.options.filter, kind: 'user' };
    const matching = new Set<string>();
    const request = { filter, fields: REF_FIELDS };
    for await (const entity of this.#entities(request, signal)) {
      matching.add(plainRef(stringifyEntityRef(entity)));
    }
    for (const user of users.values()) {
      user.matches = matching.has(user.entityRef);
    }
  }

  // Unordered, because the catalog omits entities without the field to sort by.
  // Tokens may expire while a large organization is read, so every page gets a
  // new one.
  async *#entities(
    request: { filter: Filter; fields: string[] },
    signal: AbortSignal,
  ): AsyncGenerator<Entity> {
    const { catalog, auth } = this.options;
    const { fields } = request;
    const size = { limit: PAGE_SIZE, totalItems: 'exclude' as const };
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const credentials = await auth.getOwnServiceCredentials();
      const page = await catalog.queryEntities(
        cursor ? { cursor, fields, ...size } : { ...request, ...size },
        { credentials },
      );
      yield* page.items;
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }
}

function targetsOf({ relations = [] }: Entity, type: string): string[] {
  return relations
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => plainRef(targetRef.toLocaleLowerCase('en-US')));
}

function plainRef(entityRef: string): string {
  return plainText(entityRef, { most: LONGEST_REF });
}

function nameOf({ metadata, spec }: Entity): string {
  const profile = spec?.profile as { displayName?: unknown } | undefined;
  const displayName = profile?.displayName;
  return typeof displayName === 'string' && displayName !== ''
    ? displayName
    : metadata.title ?? metadata.name;
}
