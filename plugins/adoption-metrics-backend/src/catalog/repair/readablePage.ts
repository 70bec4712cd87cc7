import { Visibility } from '../../http';

/** Limits the work for callers who can see almost nothing. */
const MOST_ROUNDS = 10;

/** The minimum number of rows to read per round, even for short pages. */
const FEWEST_ROWS = 200;

/** A list of entities, some of which may be hidden from the caller. */
interface EntityRows<Row, Position> {
  limit: number;
  /** Where the page begins. */
  after?: Position;
  /** Reads up to `limit` rows after a position. */
  read(after: Position | undefined, limit: number): Promise<Row[]>;
}

/** The visible part of a list. */
interface ReadablePage<Row> {
  rows: Row[];
  /** The last row that was read; undefined at the end of the list. */
  last?: Row;
}

/** Reads rows until the page is full, because some may be hidden. */
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
