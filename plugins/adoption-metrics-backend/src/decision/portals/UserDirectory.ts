import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../../database';
import { PortalConfig } from './config';

/** Names that are asked for at once. */
const PAGE_SIZE = 200;

const REF_FIELDS = ['kind', 'metadata.namespace', 'metadata.name'];

type Mapping = Pick<PortalConfig, 'mapBy' | 'annotation' | 'names'>;

/** A field of users that holds their name in another portal. */
interface NamingField {
  /** As the catalog filters by it. */
  field: string;
  read(user: Entity): unknown;
}

/**
 * Finds users of the catalog by the names that they have in another portal.
 * Whom it finds depends on the catalog alone: an answer that counts people says
 * nothing of who has used this portal, or opted out.
 */
export class UserDirectory {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'queryEntities'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      /** Whether people need not be in the catalog, as under a head count. */
      everybody: boolean;
    },
  ) {}

  /**
   * The entity refs of those who are known, in lower case, by the names given.
   *
   * @throws Error if the catalog cannot be read
   */
  async find(
    names: ReadonlySet<string>,
    mapping: Mapping,
  ): Promise<Map<string, string>> {
    const configured = new Map(
      Object.entries(mapping.names).map(([name, ref]) => [plain(name), ref]),
    );
    const found = new Map<string, string>();
    const others: string[] = [];
    for (const name of names) {
      const ref = configured.get(plain(name));
      if (ref === undefined) {
        others.push(name);
      } else {
        found.set(name, ref);
      }
    }
    for (const [name, ref] of await this.#look(others, mapping)) {
      found.set(name, ref);
    }
    return found;
  }

  #look(names: string[], mapping: Mapping): Promise<Map<string, string>> {
    switch (mapping.mapBy) {
      case 'ref':
        return this.#byRef(new Map(names.map(name => [name, plain(name)])));
      case 'name':
        return this.#byRef(
          new Map(names.map(name => [name, `user:default/${plain(name)}`])),
        );
      default:
        return this.#byField(names, namingField(mapping));
    }
  }

  async #byRef(refs: Map<string, string>): Promise<Map<string, string>> {
    const users = new Map(
      [...refs].filter(([, ref]) => /^user:[^:/\s]+\/[^:/\s]+$/.test(ref)),
    );
    if (this.options.everybody) {
      return users;
    }
    const known = new Set<string>();
    for (const chunk of chunked([...new Set(users.values())], PAGE_SIZE)) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        { entityRefs: chunk, fields: REF_FIELDS },
        await this.#credentials(),
      );
      chunk.forEach((ref, index) => items[index] && known.add(ref));
    }
    return new Map([...users].filter(([, ref]) => known.has(ref)));
  }

  // The catalog compares in lower case. A name that two users have is nobody's.
  async #byField(
    names: string[],
    { field, read }: NamingField,
  ): Promise<Map<string, string>> {
    const refs = new Map<string, Set<string>>();
    const distinct = [...new Set(names.map(plain))];
    for (const chunk of chunked(distinct, PAGE_SIZE)) {
      for (const user of await this.#usersWith(field, chunk)) {
        const name = plain(String(read(user) ?? ''));
        refs.set(name, (refs.get(name) ?? new Set()).add(refOf(user)));
      }
    }
    return new Map(
      names.flatMap(name => {
        const [ref, another] = refs.get(plain(name)) ?? [];
        return ref !== undefined && another === undefined ? [[name, ref]] : [];
      }),
    );
  }

  async #usersWith(field: string, values: string[]): Promise<Entity[]> {
    const { catalog } = this.options;
    const users: Entity[] = [];
    const fields = [...REF_FIELDS, 'metadata.annotations', 'spec.profile'];
    const filter = { kind: 'user', [field]: values };
    let cursor: string | undefined;
    do {
      const page = await catalog.queryEntities(
        cursor ? { cursor, fields } : { filter, fields },
        await this.#credentials(),
      );
      users.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return users;
  }

  async #credentials() {
    const credentials = await this.options.auth.getOwnServiceCredentials();
    return { credentials };
  }
}

function namingField({ mapBy, annotation = '' }: Mapping): NamingField {
  return mapBy === 'annotation'
    ? {
        field: `metadata.annotations.${annotation}`,
        read: ({ metadata }) => metadata.annotations?.[annotation],
      }
    : {
        field: 'spec.profile.email',
        read: ({ spec }) =>
          (spec?.profile as { email?: unknown } | undefined)?.email,
      };
}

function refOf(user: Entity): string {
  return stringifyEntityRef(user);
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase('en-US');
}
