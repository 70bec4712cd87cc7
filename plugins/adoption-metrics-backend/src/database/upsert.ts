import { Knex } from 'knex';
import { isSqlite, returnedRows, rowsFromJson } from './dialect';

/**
 * SQLite limits a compound `SELECT`, which knex uses to insert several rows, to
 * 500 terms, and PostgreSQL limits statements to 65,535 parameters.
 */
const ROWS_PER_STATEMENT = 400;

/**
 * Rows that are passed as a single parameter are not subject to these limits.
 */
const ROWS_PER_PARAMETER = 5_000;

type Row = Record<string, unknown>;

interface Target<TRow extends Row> {
  table: string;
  /** Columns of the unique key. */
  key: Array<keyof TRow & string>;
}

/**
 * Rows to insert, with distinct keys. Existing rows stay unchanged, except for
 * the listed columns.
 */
export interface Upsert<TRow extends Row = Row> extends Target<TRow> {
  rows: TRow[];
  /** Numeric columns to increment by the given values. */
  add?: Array<keyof TRow & string>;
  /** Columns to overwrite. */
  replace?: Array<keyof TRow & string>;
}

/**
 * Stores rows of several tables. PostgreSQL gets a single statement, because in
 * a busy process each response waits for its turn in the event loop.
 */
export async function upsertAll(tx: Knex, upserts: Upsert[]): Promise<void> {
  const statements = upserts.flatMap(upsert => statementsOf(tx, upsert));
  if (statements.length > 1 && !isSqlite(tx)) {
    const parts = statements.map((_, index) => `part_${index} as (?)`);
    await tx.raw(`with ${parts.join(', ')} select 1`, statements);
    return;
  }
  for (const statement of statements) {
    await statement;
  }
}

/**
 * Inserts rows, or adds their numbers to existing rows. Keys in `rows` must be
 * distinct.
 */
export async function addRows<TRow extends Row>(
  tx: Knex,
  target: Target<TRow> & Required<Pick<Upsert<TRow>, 'add'>>,
  rows: TRow[],
): Promise<void> {
  await upsertAll(tx, [{ ...target, rows } as Upsert<Row>]);
}

/** Inserts rows whose key does not exist yet. */
export async function insertMissing<TRow extends Row>(
  tx: Knex,
  target: Target<TRow>,
  rows: TRow[],
): Promise<void> {
  await upsertAll(tx, [{ ...target, rows } as Upsert<Row>]);
}

/** Like `insertMissing`, but returns the keys of the inserted rows. */
export async function insertFresh<TRow extends Row>(
  tx: Knex,
  { table, key }: Target<TRow>,
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

/** Inserts rows, and overwrites those whose key already exists. */
export async function replaceRows<TRow extends Row>(
  tx: Knex,
  { table, key }: Target<TRow>,
  rows: TRow[],
): Promise<void> {
  for (const chunk of chunked(inKeyOrder(rows, key))) {
    await tx(table).insert(chunk).onConflict(key).merge();
  }
}

/** Splits a list into chunks that fit into a `WHERE … IN` on both databases. */
export function chunked<T>(items: T[], size = ROWS_PER_STATEMENT): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    chunks.push(items.slice(start, start + size));
  }
  return chunks;
}

function statementsOf(
  tx: Knex,
  { table, key, add = [], replace = [], rows }: Upsert,
): Knex.Raw[] {
  const changes = tx.raw(
    [...add.map(() => '?? = ?? + ??'), ...replace.map(() => '?? = ??')].join(),
    [
      ...add.flatMap(name => [name, `${table}.${name}`, `excluded.${name}`]),
      ...replace.flatMap(name => [name, `excluded.${name}`]),
    ],
  );
  const isChanged = add.length + replace.length > 0;
  return chunked(inKeyOrder(rows, key), ROWS_PER_PARAMETER).map(chunk =>
    tx.raw(`? on conflict (??) do ${isChanged ? 'update set ?' : 'nothing'}`, [
      insertion(tx, table, chunk),
      key,
      ...(isChanged ? [changes] : []),
    ]),
  );
}

// Passes all rows as one parameter: the statement is short and always the same,
// which is several times faster than one parameter per value.
function insertion(tx: Knex, table: string, rows: Row[]): Knex.Raw {
  const columns = Object.keys(rows[0]);
  // Without a condition, SQLite would parse "on conflict" as part of a join.
  return tx.raw('insert into ?? (??) select ?? from ? where true', [
    table,
    columns,
    columns,
    rowsFromJson(tx, { table, columns, rows }),
  ]);
}

// Locking rows in the same order everywhere prevents deadlocks between
// replicas.
function inKeyOrder<TRow extends Row>(
  rows: TRow[],
  key: Array<keyof TRow & string>,
): TRow[] {
  return [...rows].sort((a, b) => compareKeys(a, b, key));
}

function compareKeys(a: Row, b: Row, key: string[]): number {
  for (const column of key) {
    const left = a[column] as number;
    const right = b[column] as number;
    if (left !== right) {
      return left < right ? -1 : 1;
    }
  }
  return 0;
}
