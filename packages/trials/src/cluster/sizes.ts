import { Knex } from 'knex';

/** What a database holds. */
interface Size {
  rows: number;
  bytes: number;
}

/** Of all tables together, indexes included. */
export async function sizeOf(knex: Knex): Promise<Size> {
  const tables: string[] = await knex('pg_stat_user_tables').pluck('relname');
  const size = { rows: 0, bytes: 0 };
  for (const table of tables) {
    const { rows } = await knex.raw(
      'select count(*) as n, pg_total_relation_size(?::regclass) as bytes from ??',
      [`"${table}"`, table],
    );
    size.rows += Number(rows[0].n);
    size.bytes += Number(rows[0].bytes);
  }
  return size;
}
