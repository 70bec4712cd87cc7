import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { concealStatements } from './concealStatements';
import { isSqlite } from './dialect';
import { compareEditions } from './editions';
import { startPersistently } from './startPersistently';

const migrationsDirectory = resolvePackagePath(
  'backstage-plugin-adoption-metrics-backend',
  'migrations',
);

/**
 * After this, transactions are retried, and requests have to be retried by the
 * client.
 */
const LONGEST_STANDSTILL_MS = 100;

/**
 * Connects to the database, makes writes durable and errors safe to log, and
 * creates the tables unless the operator does so
 * (`backend.database.skipMigrations`). Copes with other replicas that do the
 * same, and with one that was killed doing it.
 *
 * @throws ConflictError if this version is not compatible with the database
 */
export async function openDatabase(
  database: DatabaseService,
  logger?: LoggerService,
): Promise<Knex> {
  const knex = await database.getClient();
  concealStatements(knex);
  await startPersistently(() => prepare(knex, { database, logger }), {
    freeLock: () => knex.migrate.forceFreeMigrationsLock(),
    logger,
  });
  return knex;
}

async function prepare(
  knex: Knex,
  given: { database: DatabaseService; logger?: LoggerService },
): Promise<void> {
  if (isSqlite(knex)) {
    await setUpSqlite(knex);
  }
  const { pending, newer } = await compareEditions(knex, migrationsDirectory);
  if (newer.length > 0) {
    given.logger?.warn(
      `This database was created by a newer version of Adoption Metrics (${newer.join(
        ', ',
      )}), which only added to it; this version continues with it`,
    );
  }
  if (pending.length > 0 && !given.database.migrations?.skip) {
    await migrateUp(knex);
  }
}

export async function migrateUp(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsDirectory });
}

export async function migrateDown(knex: Knex): Promise<void> {
  await knex.migrate.rollback({ directory: migrationsDirectory }, true);
}

// The driver is compiled with `synchronous=NORMAL` for WAL, which can lose the
// last transactions on power failure. Its default busy timeout would block the
// process for five seconds per statement while somebody else writes.
async function setUpSqlite(knex: Knex): Promise<void> {
  await knex.raw(`PRAGMA busy_timeout = ${LONGEST_STANDSTILL_MS}`);
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = FULL');
}
