import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { concealStatements } from './concealStatements';
import { isSqlite } from './dialect';
import { assertSameEdition } from './editions';

const migrationsDirectory = resolvePackagePath(
  'backstage-plugin-adoption-metrics-backend',
  'migrations',
);

/** Transactions are tried again, and requests are asked to come back. */
const LONGEST_STANDSTILL_MS = 100;

/**
 * Connects to the plugin's database, makes its writes durable and its errors
 * discreet, and creates its tables unless the operator does that elsewhere
 * (`backend.database.skipMigrations`).
 *
 * @throws ConflictError if another edition of the plugin made the database
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  concealStatements(knex);
  if (isSqlite(knex)) {
    await setUpSqlite(knex);
  }
  await assertSameEdition(knex, migrationsDirectory);
  if (!database.migrations?.skip) {
    await migrateUp(knex);
  }
  return knex;
}

export async function migrateUp(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsDirectory });
}

export async function migrateDown(knex: Knex): Promise<void> {
  await knex.migrate.rollback({ directory: migrationsDirectory }, true);
}

// The driver is compiled with `synchronous=NORMAL` for WAL, which may lose the
// last acknowledged transactions when the machine loses power. While somebody
// else writes to the file, it waits by standing still, and everybody with it:
// five seconds for each statement, unless it is told otherwise.
async function setUpSqlite(knex: Knex): Promise<void> {
  await knex.raw(`PRAGMA busy_timeout = ${LONGEST_STANDSTILL_MS}`);
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = FULL');
}
