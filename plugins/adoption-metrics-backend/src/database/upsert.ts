import { Knex } from 'knex';
import { isSqlite, returnedRows, rowsFromJson } from './dialect';

/**
 * SQLite refuses a compound `SELECT` of more than 500 terms, which is what knex
 * makes of a multi-row insert, and PostgreSQL a statement of more than 65,535
 * parameters.
 */
const ROWS_PER_STATEMENT = 400;

/** Rows that are one parameter meet no such limit. */
const ROWS_PER_PARAMETER = 5_000;

type Row = Record<string, unknown>;

interface Target<TRow extends Row> {
  table: string;
  /** Columns of the unique key. */
  key: Array<keyof TRow & string>;
}

/**
 * Rows to be inserted, none of which has the key of another. A row that is
 * already there stays as it is, but for the columns that are named.
 */
export interface Upsert<TRow extends Row = Row> extends Target<TRow> {
  rows: TRow[];
  /** Numeric columns to which the values of the rows are added. */
  add?: Array<keyof TRow & string>;
  /** Columns that get the values of the rows. */
  replace?: Array<keyof TRow & string>;
}

/**
 * Stores rows of several tables. PostgreSQL does so in one statement: the answer
 * of each statement has to wait for its turn in a process that is busy.
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
 * Inserts rows, or adds their numbers to the rows already there. `rows` must
 * not hold a key twice.
 */
export async function addRows<TRow extends Row>(
  tx: Knex,
  target: Target<TRow> & Required<Pick<Upsert<TRow>, 'add'>>,
  rows: TRow[],
): Promise<void> {
  await upsertAll(tx, [{ ...target, rows } as Upsert<Row>]);
}

/** Inserts rows and leaves those alone whose key is already there. */
export async function insertMissing<TRow extends Row>(
  tx: Knex,
  target: Target<TRow>,
  rows: TRow[],
): Promise<void> {
  await upsertAll(tx, [{ ...target, rows } as Upsert<Row>]);
}

/** Like `insertMissing`; the keys of the rows that were not there. */
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

/** Inserts rows and overwrites those whose key is already there. */
export async function replaceRows<TRow extends Row>(
  tx: Knex,
  { table, key }: Target<TRow>,
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
    const left = a[column] as number;
    const right = b[column] as number;
    if (left !== right) {
      return left < right ? -1 : 1;
    }
  }
  return 0;
}
