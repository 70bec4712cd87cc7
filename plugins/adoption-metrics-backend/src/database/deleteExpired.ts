import { Knex } from 'knex';
import { ExpiringRows } from './RetentionRule';
import { retryTransient } from './retry';

/** Small enough to keep locks short. */
const ROWS_PER_STATEMENT = 5_000;

export async function hasExpired(
  knex: Knex,
  rows: ExpiringRows,
  limit: number,
): Promise<boolean> {
  const row = await expired(knex, rows, limit).first(rows.key);
  return row !== undefined;
}

/**
 * Deletes expired rows in batches, and counts them.
 *
 * @param limit - the first day to keep, or its start in ms UTC
 */
export async function deleteExpired(
  knex: Knex,
  rows: ExpiringRows,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<number> {
  let total = 0;
  let deleted: number;
  do {
    signal.throwIfAborted();
    deleted = await retryTransient(() => deleteSome(knex, rows, limit));
    total += deleted;
  } while (deleted === ROWS_PER_STATEMENT);
  return total;
}

function deleteSome(
  knex: Knex,
  rows: ExpiringRows,
  limit: number,
): Promise<number> {
  const { lockOrder } = rows;
  return lockOrder === undefined
    ? deleteWithin(knex, rows, { limit, keys: someOf(knex, rows, limit) })
    : knex.transaction(async tx => {
        const some = someOf(tx, rows, limit).orderBy(lockOrder);
        const locked: Array<Record<string, string | number>> =
          await some.forUpdate();
        // A new statement sees references that were added while this one waited
        // for its locks.
        const keys = locked.map(row => rows.key.map(column => row[column]));
        return deleteWithin(tx, rows, { limit, keys });
      });
}

// The condition is repeated: it spares rows that changed in the meantime, and
// lets the database use the same index.
async function deleteWithin(
  knex: Knex,
  rows: ExpiringRows,
  within: {
    limit: number;
    keys: Knex.QueryBuilder | Array<Array<string | number>>;
  },
): Promise<number> {
  return expired(knex, rows, within.limit)
    .whereIn(rows.key, within.keys as Knex.QueryBuilder)
    .delete();
}

function someOf(
  knex: Knex,
  rows: ExpiringRows,
  limit: number,
): Knex.QueryBuilder {
  return expired(knex, rows, limit).select(rows.key).limit(ROWS_PER_STATEMENT);
}

function expired(
  knex: Knex,
  rows: ExpiringRows,
  limit: number,
): Knex.QueryBuilder {
  const query = knex(rows.table);
  rows.expired(query, limit);
  return query;
}
