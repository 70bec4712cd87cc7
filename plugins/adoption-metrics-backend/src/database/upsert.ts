import { Knex } from 'knex';

/**
 * SQLite refuses a compound `SELECT` of more than 500 terms, which is what knex
 * makes of a multi-row insert, and PostgreSQL a statement of more than 65,535
 * parameters.
 */
const ROWS_PER_STATEMENT = 400;

type Row = Record<string, unknown>;

interface Upsert<TRow extends Row> {
  table: string;
  /** Columns of the unique key. */
  key: Array<keyof TRow & string>;
  /** Numeric columns to which the values of `rows` are added. */
  add: Array<keyof TRow & string>;
}

/**
 * Inserts rows, or adds their numbers to the rows already there. `rows` must
 * not hold a key twice.
 */
export async function addRows<TRow extends Row>(
  tx: Knex,
  { table, key, add }: Upsert<TRow>,
  rows: TRow[],
): Promise<void> {
  const sums = Object.fromEntries(
    add.map(column => [
      column,
      tx.raw('?? + ??', [`${table}.${column}`, `excluded.${column}`]),
    ]),
  );
  for (const chunk of chunksInKeyOrder(rows, key)) {
    await tx(table).insert(chunk).onConflict(key).merge(sums);
  }
}

/** Inserts rows and leaves those alone whose key is already there. */
export async function insertMissing<TRow extends Row>(
  tx: Knex,
  { table, key }: Omit<Upsert<TRow>, 'add'>,
  rows: TRow[],
): Promise<void> {
  for (const chunk of chunksInKeyOrder(rows, key)) {
    await tx(table).insert(chunk).onConflict(key).ignore();
  }
}

/** Inserts rows and overwrites those whose key is already there. */
export async function replaceRows<TRow extends Row>(
  tx: Knex,
  { table, key }: Omit<Upsert<TRow>, 'add'>,
  rows: TRow[],
): Promise<void> {
  for (const chunk of chunksInKeyOrder(rows, key)) {
    await tx(table).insert(chunk).onConflict(key).merge();
  }
}

/** Splits a list into pieces that a `WHERE … IN` takes on every engine. */
export function chunked<T>(items: T[], size = ROWS_PER_STATEMENT): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}

// Two replicas that lock the same rows in different order wait for each other
// forever; in one order they cannot.
function chunksInKeyOrder<TRow extends Row>(
  rows: TRow[],
  key: Array<keyof TRow & string>,
): TRow[][] {
  const sorted = [...rows].sort((a, b) => compareKeys(a, b, key));
  return chunked(sorted);
}

function compareKeys(a: Row, b: Row, key: string[]): number {
  for (const column of key) {
    const [left, right] = [a[column], b[column]] as [number, number];
    if (left !== right) {
      return left < right ? -1 : 1;
    }
  }
  return 0;
}
