import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrateUp } from '../migrate';

/** The engines on which every store is tested. */
export const testedEngines: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];

export function createTestDatabases() {
  const databases = TestDatabases.create({ ids: testedEngines });
  return {
    eachSupportedId: () => databases.eachSupportedId(),
    /** A fresh database with all tables. */
    async create(id: TestDatabaseId): Promise<Knex> {
      const knex = await databases.init(id);
      await migrateUp(knex);
      return knex;
    },
  };
}
