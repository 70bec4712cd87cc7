import { Knex } from 'knex';

export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite3');
}

/** Rows as a table expression, in order, passed as a single parameter. */
export function rowsFromJson(
  knex: Knex,
  {
    table,
    columns,
    rows,
  }: { table: string; columns: string[]; rows: object[] },
): Knex.Raw {
  const json = JSON.stringify(rows);
  if (!isSqlite(knex)) {
    return knex.raw('json_populate_recordset(null::??, ?)', [table, json]);
  }
  const values = columns.map(() => 'value ->> ? as ??').join(', ');
  return knex.raw(`(select ${values} from json_each(?))`, [
    ...columns.flatMap(column => [column, column]),
    json,
  ]);
}

/**
 * The texts of a JSON array as a table expression with a column `value`.
 *
 * @param json - the array, or a column with it
 * @param name - alias of the expression
 */
export function textsOfJson(
  knex: Knex,
  json: string | Knex.Ref<string, {}>,
  name: string,
): Knex.Raw {
  return isSqlite(knex)
    ? knex.raw('json_each(?) as ??', [json, name])
    : knex.raw('json_array_elements_text(?::json) as ??(value)', [json, name]);
}

/**
 * Selects rows by the texts in a column, passed as a single parameter. With a
 * long `IN` list, PostgreSQL scans the whole table while its statistics are
 * outdated. The cross join makes SQLite look up each text, instead of scanning
 * the table.
 */
export function rowsOfTexts<TRow extends object>(
  knex: Knex,
  { table, column, texts }: { table: string; column: string; texts: string[] },
): Knex.QueryBuilder<TRow, TRow[]> {
  return knex
    .from(textsOfJson(knex, JSON.stringify(texts), 'wanted'))
    .crossJoin(knex.ref(table))
    .whereRaw('?? = ??', [`${table}.${column}`, 'wanted.value'])
    .select(`${table}.*`);
}

/** The rows that a raw statement returned, on either database. */
export function returnedRows<TRow>(answer: TRow[] | { rows: TRow[] }): TRow[] {
  return Array.isArray(answer) ? answer : answer.rows;
}

/**
 * Converts a number from the driver, which may be null, or a string for bigint.
 */
export function toOptionalNumber(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
