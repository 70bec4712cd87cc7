import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';
import { isSqlite } from '../pluginInternals';

/** A connection of PostgreSQL that idles reports what it did after ten seconds. */
const REPORTED_AFTER_MS = 12_000;

/** Rows inserted, updated and deleted in a database so far. */
export async function writtenRows(knex: Knex): Promise<number> {
  if (isSqlite(knex)) {
    const [{ n }] = await knex.raw('select total_changes() as n');
    return n;
  }
  await delay(REPORTED_AFTER_MS);
  const { rows } = await knex.raw(
    'select sum(n_tup_ins + n_tup_upd + n_tup_del) as n from pg_stat_user_tables',
  );
  return Number(rows[0].n);
}
