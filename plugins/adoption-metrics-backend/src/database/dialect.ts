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

/** The rows that a raw statement returned. */
export function returnedRows<TRow>(answer: TRow[] | { rows: TRow[] }): TRow[] {
  return Array.isArray(answer) ? answer : answer.rows;
}
