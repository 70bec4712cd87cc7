import { Knex } from 'knex';
import { isSqlite } from './dialect';
import { migrateDown, migrateUp, openDatabase } from './migrate';
import { createTestDatabases } from './__testUtils__/testDatabases';

const databases = createTestDatabases();

async function listTables(knex: Knex): Promise<string[]> {
  const rows: Array<{ name: string }> = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).select('name')
    : await knex('information_schema.tables')
        .whereRaw('table_schema = current_schema()')
        .select('table_name as name');
  return rows
    .map(row => row.name)
    .filter(name => !/^(sqlite_|knex_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations, %p', engine => {
  it('create all tables, remove them and create them again', async () => {
    const knex = await databases.create(engine);
    const created = await listTables(knex);
    expect(created).toEqual(
      expect.arrayContaining([
        'action_counts',
        'daily_rollups',
        'definitions',
        'developer_counts',
        'developer_spans',
        'heartbeats',
        'ingest_batches',
        'page_load_buckets',
        'page_load_counts',
        'page_load_discards',
        'people',
        'person_days',
        'person_plugin_days',
        'samples',
        'settings',
      ]),
    );
    await migrateDown(knex);
    expect(await listTables(knex)).toEqual([]);
    await migrateUp(knex);
    expect(await listTables(knex)).toEqual(created);
  });

  it('run on opening, unless the operator runs them elsewhere', async () => {
    const knex = await databases.create(engine);
    await migrateDown(knex);
    const getClient = async () => knex;
    await openDatabase({ getClient, migrations: { skip: true } });
    expect(await listTables(knex)).toEqual([]);
    await openDatabase({ getClient, migrations: { skip: false } });
    expect(await listTables(knex)).toContain('people');
  });

  it('leave SQLite waiting for the disk', async () => {
    const knex = await databases.create(engine);
    if (isSqlite(knex)) {
      await knex.raw('PRAGMA synchronous = NORMAL');
    }
    const opened = await openDatabase({ getClient: async () => knex });
    const [setting] = isSqlite(opened)
      ? await opened.raw('PRAGMA synchronous')
      : [{ synchronous: 2 }];
    expect(setting).toEqual({ synchronous: 2 });
  });
});
