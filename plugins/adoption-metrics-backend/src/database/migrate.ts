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

/** Transactions are tried again, and requests are asked to come back. */
const LONGEST_STANDSTILL_MS = 100;

/**
 * Connects to the plugin's database, makes its writes durable and its errors
 * discreet, and creates its tables unless the operator does that elsewhere
 * (`backend.database.skipMigrations`). Other replicas may do the same at the same
 * time, and one may have been killed while it did.
 *
 * @throws ConflictError if this edition of the plugin would misread the database
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

// The driver is compiled with `synchronous=NORMAL` for WAL, which may lose the
// last acknowledged transactions when the machine loses power. While somebody
// else writes to the file, it waits by standing still, and everybody with it:
// five seconds for each statement, unless it is told otherwise.
async function setUpSqlite(knex: Knex): Promise<void> {
  await knex.raw(`PRAGMA busy_timeout = ${LONGEST_STANDSTILL_MS}`);
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = FULL');
}
