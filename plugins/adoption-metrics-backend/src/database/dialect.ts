import { Knex } from 'knex';

export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite3');
}

/**
 * Rows of a table as something to select from, in their order, with a single
 * parameter.
 */
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
 * The texts of a JSON array as something to select from, each as `value`.
 *
 * @param json - a text, or the column that holds it
 * @param name - of this selection
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
 * The rows of a table that have one of many texts in a column, asked for with a
 * single parameter. Each text is looked up by itself: asked for a long `IN`,
 * PostgreSQL reads the whole of a table that has just grown. Only a cross join
 * keeps SQLite from looking up each row among the texts.
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

/** The rows that a raw statement returned. */
export function returnedRows<TRow>(answer: TRow[] | { rows: TRow[] }): TRow[] {
  return Array.isArray(answer) ? answer : answer.rows;
}

/** A number as the drivers give it: null, or a string where it is a bigint. */
export function toOptionalNumber(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}
