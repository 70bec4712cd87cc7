import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../../database';

const REFS_PER_REQUEST = 200;

/** A caller who may read next to nothing does not make the server read all. */
const MOST_ROUNDS = 10;

/** A list of rows about entities, of which a caller may see some. */
interface EntityRows<Row, Position> {
  limit: number;
  /** Where the page begins. */
  after?: Position;
  /** Reads up to `limit` rows that follow a position. */
  read(after: Position | undefined): Promise<Row[]>;
}

/** What a caller may see of a list. */
interface ReadablePage<Row> {
  rows: Row[];
  /** The last row that was looked at; undefined at the end of the list. */
  last?: Row;
}

/**
 * Asks the catalog in the caller's name. The scan sees every entity, its readers
 * may not.
 */
export class ReadableEntities {
  constructor(private readonly catalog: CatalogService) {}

  /** Those of the entities that these credentials may read. */
  async among(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const readable = new Set<string>();
    for (const entityRefs of chunked([...new Set(refs)], REFS_PER_REQUEST)) {
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      entityRefs
        .filter((_, index) => items[index])
        .forEach(ref => readable.add(ref));
    }
    return readable;
  }

  /** Reads on until the page is full, since some rows may be hidden. */
  async page<Row extends Position & { entityRef: string }, Position>(
    { limit, after, read }: EntityRows<Row, Position>,
    credentials: BackstageCredentials,
  ): Promise<ReadablePage<Row>> {
    const rows: Row[] = [];
    let last: Row | undefined;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = await read(last ?? after);
      const refs = found.map(({ entityRef }) => entityRef);
      const visible = await this.among(refs, credentials);
      for (const row of found) {
        last = row;
        if (visible.has(row.entityRef) && rows.push(row) === limit) {
          return { rows, last };
        }
      }
      if (found.length < limit) {
        return { rows };
      }
    }
    return { rows, last };
  }
}
