import { Visibility } from '../../http';

/** A caller who may read next to nothing does not make the server read all. */
const MOST_ROUNDS = 10;

/** However short a page is, so many rows are looked at in a round. */
const FEWEST_ROWS = 200;

/** A list of rows about entities, of which a caller may see some. */
interface EntityRows<Row, Position> {
  limit: number;
  /** Where the page begins. */
  after?: Position;
  /** Reads up to `limit` rows that follow a position. */
  read(after: Position | undefined, limit: number): Promise<Row[]>;
}

/** What a caller may see of a list. */
interface ReadablePage<Row> {
  rows: Row[];
  /** The last row that was looked at; undefined at the end of the list. */
  last?: Row;
}

/** Reads on until the page is full, since some rows may be hidden. */
export async function readablePage<
  Row extends Position & { entityRef: string },
  Position,
>(
  { limit, after, read }: EntityRows<Row, Position>,
  visibility: Visibility,
): Promise<ReadablePage<Row>> {
  const most = Math.max(limit, FEWEST_ROWS);
  const rows: Row[] = [];
  let last: Row | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await read(last ?? after, most);
    const refs = found.map(({ entityRef }) => entityRef);
    const visible = await visibility.readable(refs);
    for (const row of found) {
      last = row;
      if (visible.has(row.entityRef) && rows.push(row) === limit) {
        return { rows, last };
      }
    }
    if (found.length < most) {
      return { rows };
    }
  }
  return { rows, last };
}
