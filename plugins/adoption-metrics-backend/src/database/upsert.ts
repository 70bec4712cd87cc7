import { Knex } from 'knex';
import { returnedRows, rowsFromJson } from './dialect';

/**
 * SQLite refuses a compound `SELECT` of more than 500 terms, which is what knex
 * makes of a multi-row insert, and PostgreSQL a statement of more than 65,535
 * parameters.
 */
const ROWS_PER_STATEMENT = 400;

/** Rows that are one parameter meet no such limit. */
const ROWS_PER_PARAMETER = 5_000;

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
  const sums = tx.raw(
    add.map(() => '?? = ?? + ??').join(', '),
    add.flatMap(column => [column, `${table}.${column}`, `excluded.${column}`]),
  );
  for (const chunk of chunked(inKeyOrder(rows, key), ROWS_PER_PARAMETER)) {
    await tx.raw('? on conflict (??) do update set ?', [
      insertion(tx, table, chunk),
      key,
      sums,
    ]);
  }
}

/** Inserts rows and leaves those alone whose key is already there. */
export async function insertMissing<TRow extends Row>(
  tx: Knex,
  { table, key }: Omit<Upsert<TRow>, 'add'>,
  rows: TRow[],
): Promise<void> {
  for (const chunk of chunked(inKeyOrder(rows, key), ROWS_PER_PARAMETER)) {
    await tx.raw('? on conflict (??) do nothing', [
      insertion(tx, table, chunk),
      key,
    ]);
  }
}

/** Like `insertMissing`; the keys of the rows that were not there. */
export async function insertFresh<TRow extends Row>(
  tx: Knex,
  { table, key }: Omit<Upsert<TRow>, 'add'>,
  rows: TRow[],
): Promise<Array<Partial<TRow>>> {
  const fresh: Array<Partial<TRow>> = [];
  for (const chunk of chunked(inKeyOrder(rows, key), ROWS_PER_PARAMETER)) {
    const answer = await tx.raw('? on conflict (??) do nothing returning ??', [
      insertion(tx, table, chunk),
      key,
      key,
    ]);
    fresh.push(...returnedRows<TRow>(answer));
  }
  return fresh;
}

/** Inserts rows and overwrites those whose key is already there. */
export async function replaceRows<TRow extends Row>(
  tx: Knex,
  { table, key }: Omit<Upsert<TRow>, 'add'>,
  rows: TRow[],
): Promise<void> {
  for (const chunk of chunked(inKeyOrder(rows, key))) {
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

// One parameter for all rows: the text of the statement is short and always the
// same, which both engines and knex take several times faster than one
// parameter for each value.
function insertion(tx: Knex, table: string, rows: Row[]): Knex.Raw {
  const columns = Object.keys(rows[0]);
  // Without the condition SQLite would take "on conflict" for that of a join.
  return tx.raw('insert into ?? (??) select ?? from ? where true', [
    table,
    columns,
    columns,
    rowsFromJson(tx, { table, columns, rows }),
  ]);
}

// Two replicas that lock the same rows in different order wait for each other
// forever; in one order they cannot.
function inKeyOrder<TRow extends Row>(
  rows: TRow[],
  key: Array<keyof TRow & string>,
): TRow[] {
  return [...rows].sort((a, b) => compareKeys(a, b, key));
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
