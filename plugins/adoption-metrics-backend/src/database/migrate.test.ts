import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { isSqlite } from './dialect';
import { migrateDown, migrateUp, openDatabase } from './migrate';
import { describeSchema, listTables } from './__testUtils__/describeSchema';
import { createTestDatabases } from './__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const open = (knex: Knex, migrations?: { skip: boolean }) =>
  openDatabase({ getClient: async () => knex, migrations });

describe.each(databases.eachSupportedId())('migrations, %p', engine => {
  it('create all tables, remove them and create them again', async () => {
    const knex = await databases.create(engine);
    const created = await describeSchema(knex);
    expect(Object.keys(created)).toEqual(
      expect.arrayContaining([
        'action_counts',
        'alerts',
        'annotations',
        'catalog_findings',
        'daily_members',
        'daily_rollups',
        'deadlines',
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
        'teams',
      ]),
    );
    await migrateDown(knex);
    expect(await listTables(knex)).toEqual([]);
    await migrateUp(knex);
    expect(await describeSchema(knex)).toEqual(created);
  });

  // So that PostgreSQL can partition them by time, and its relatives too.
  it('keep the time in every unique key of a table that grows with it', async () => {
    const schema = await describeSchema(await databases.create(engine));
    // Few, since people write them; known by a number.
    const { annotations, ...growing } = schema;
    const byTime = Object.entries(growing).flatMap(([table, shape]) => {
      const time = ['day', 'hour_at', 'from_day'].find(
        name => name in shape.columns,
      );
      return time ? [{ table, time, shape }] : [];
    });
    expect(byTime.length).toBeGreaterThan(15);
    const without = byTime.flatMap(({ table, time, shape }) =>
      Object.values(shape.indexes)
        .filter(({ isUnique, columns }) => isUnique && !columns.includes(time))
        .map(({ columns }) => [table, columns]),
    );
    // Versions of a definition are counted, and few.
    expect(without).toEqual([['definitions', ['metric', 'version']]]);
    expect(annotations.columns).toHaveProperty('day');
  });

  it('run on opening, unless the operator runs them elsewhere', async () => {
    const knex = await databases.create(engine);
    await migrateDown(knex);
    await open(knex, { skip: true });
    expect(await listTables(knex)).toEqual([]);
    await open(knex, { skip: false });
    expect(await listTables(knex)).toContain('people');
    await open(knex);
  });

  it('refuse a database of an older version, and say how to drop it', async () => {
    const knex = await databases.create(engine);
    await knex('knex_migrations')
      .where('name', 'like', '%_database.js')
      .update({ name: '20261123000000_settings.js' });
    const refused = open(knex);
    await expect(refused).rejects.toThrow(ConflictError);
    await expect(refused).rejects.toThrow(
      /was created by an older version of Adoption Metrics.*drop it.*rm -r \.portal/,
    );
    await expect(open(knex, { skip: true })).rejects.toThrow(/older version/);
  });

  const addMigration = (knex: Knex, name: string) =>
    knex('knex_migrations').insert({
      name,
      batch: 2,
      migration_time: new Date(),
    });

  it('go on with a database to which a newer edition has only added', async () => {
    const knex = await databases.create(engine);
    await addMigration(knex, '29990101000000_later.js');
    const logger = mockServices.logger.mock();
    await openDatabase({ getClient: async () => knex }, logger);
    expect(logger.warn.mock.calls).toEqual([
      [
        'This database was created by a newer version of Adoption Metrics (29990101000000_later.js), which only added to it; this version continues with it',
      ],
    ]);
  });

  it('refuse a database that a newer edition has changed, without advice to drop it', async () => {
    const knex = await databases.create(engine);
    await addMigration(knex, '29990101000000_later.js');
    await knex('settings').insert({
      key: 'schema.oldest_reader',
      value: '29990101000000_later.js',
    });
    await expect(open(knex)).rejects.toThrow(
      /^This database was created by a newer version of Adoption Metrics, with the migration 29990101000000_later\.js; install that version again$/,
    );
  });

  it('refuse a database of a newer edition that has not what this one needs', async () => {
    const knex = await databases.create(engine);
    await knex('knex_migrations').where('name', 'like', '%_people.js').delete();
    await addMigration(knex, '29990101000000_later.js');
    await expect(open(knex)).rejects.toThrow(/install that version again/);
  });

  it('do not need the lock where nothing is to be done', async () => {
    const knex = await databases.create(engine);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    await open(knex);
    expect(await knex('knex_migrations_lock').pluck('is_locked')).toEqual([1]);
  });

  it('take away a lock that a killed process has left', async () => {
    const knex = await databases.create(engine);
    await migrateDown(knex);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    const logger = mockServices.logger.mock();
    await openDatabase({ getClient: async () => knex }, logger);
    expect(await listTables(knex)).toContain('people');
    expect(logger.warn.mock.calls).toEqual([
      ['Removed the migration lock left by a process that was killed'],
    ]);
  });

  it('leave SQLite waiting for the disk', async () => {
    const knex = await databases.create(engine);
    if (isSqlite(knex)) {
      await knex.raw('PRAGMA synchronous = NORMAL');
    }
    const opened = await open(knex);
    const [setting] = isSqlite(opened)
      ? await opened.raw('PRAGMA synchronous')
      : [{ synchronous: 2 }];
    expect(setting).toEqual({ synchronous: 2 });
  });
});
