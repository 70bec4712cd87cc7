import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateUp } from '../migrate';
import { TestPostgres } from './TestPostgres';
import { TestSqlite } from './TestSqlite';

/** The engines on which every store is tested. */
export const testedEngines: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

/** As Backstage's test utilities name it. */
const connectionVariable =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Databases for the tests of a file. They are copies of one that was migrated:
 * migrating takes longer than most tests. Backstage's own `TestDatabases` makes
 * empty ones only, and loading it loads a whole backend.
 */
export function createTestDatabases() {
  const connectionString = process.env[connectionVariable];
  const engines = new Map<TestDatabaseId, TestSqlite | TestPostgres>();
  engines.set('SQLITE_3', new TestSqlite(migrateUp));
  if (connectionString) {
    engines.set('POSTGRES_18', new TestPostgres(connectionString, migrateUp));
  }
  afterAll(async () => {
    for (const engine of engines.values()) {
      await engine.removeAll();
    }
    // A machine that is busy may take a second for each.
  }, 300_000);
  return {
    eachSupportedId: (): Array<[TestDatabaseId]> =>
      testedEngines.filter(id => engines.has(id)).map(id => [id]),
    /** A fresh database with all tables. */
    async create(id: TestDatabaseId): Promise<Knex> {
      const engine = engines.get(id);
      if (!engine) {
        throw new Error(`No ${id}: is ${connectionVariable} set?`);
      }
      return engine.create();
    },
  };
}
