import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { OwnConnection } from './OwnConnection';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('OwnConnection, %p', engine => {
  const held: Array<() => void> = [];
  let directory: string;
  let pool: Knex;
  let onRefused: jest.Mock;
  let connection: OwnConnection;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'own-connection-'));
    pool = await createPool(engine, directory);
    await pool.schema.createTable('beats', table => table.integer('at'));
    onRefused = jest.fn();
    connection = new OwnConnection(pool, { timeout: 1_500, onRefused });
  });

  afterEach(async () => {
    held.splice(0).forEach(release => release());
    await connection.close();
    await pool.destroy();
    await rm(directory, { recursive: true });
  });

  /** Occupies the whole pool until the end of the test. */
  async function occupyPool(statement: (tx: Knex) => PromiseLike<unknown>) {
    for (let i = 0; i < pool.client.pool.max; i++) {
      await occupyOne(statement);
    }
  }

  async function occupyOne(statement: (tx: Knex) => PromiseLike<unknown>) {
    const tx = await pool.transaction();
    await statement(tx);
    held.push(() => tx.rollback());
  }

  const beat = (at: number) =>
    connection.run(knex => knex('beats').insert({ at }));

  it('serves while readers occupy the whole pool', async () => {
    await occupyPool(tx => tx('beats').select());
    await beat(1);
    expect(await connection.run(knex => knex('beats'))).toEqual([{ at: 1 }]);
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('waits its turn behind a writer that is done in time', async () => {
    await occupyPool(tx => tx('beats').insert({ at: 0 }));
    setTimeout(() => held.splice(0).forEach(release => release()), 400);
    await beat(1);
    expect(await pool('beats').where('at', 1)).toHaveLength(1);
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('leaves it to the pool while it is refused, and says so once', async () => {
    const error = Object.assign(new Error('too many'), { code: '53300' });
    const { config } = pool.client;
    const given = config.connection;
    const refuse = async () => {
      throw error;
    };
    config.connection = Object.assign(refuse, { filename: 'refused.sqlite' });
    const refused = new OwnConnection(pool, { timeout: 1_500, onRefused });
    config.connection = given;
    for (const at of [1, 2]) {
      await refused.run(knex => knex('beats').insert({ at }));
    }
    expect(await pool('beats')).toHaveLength(2);
    expect(onRefused.mock.calls).toEqual([[error]]);
    expect(refused.refusal).toBe(error);
    await refused.close();
  });

  it('leaves it to a pool that is of no kind known here', async () => {
    const { config } = pool.client;
    const given = config.client;
    config.client = 'unheard-of';
    const refused = new OwnConnection(pool, { timeout: 1_500, onRefused });
    config.client = given;
    await refused.run(knex => knex('beats').insert({ at: 1 }));
    expect(await pool('beats')).toHaveLength(1);
    expect(onRefused).toHaveBeenCalledTimes(1);
    expect(refused.refusal).toBeDefined();
    await refused.close();
  });

  it('leaves it to the pool of a database in memory', async () => {
    const memory = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    const shared = new OwnConnection(memory, { timeout: 100, onRefused });
    await memory.schema.createTable('only_here', table => table.integer('at'));
    expect(await shared.run(knex => knex('only_here'))).toEqual([]);
    await shared.close();
    expect(await memory('only_here')).toEqual([]);
    await memory.destroy();
  });

  it('gives up when neither serves in time', async () => {
    await occupyPool(tx => tx('beats').insert({ at: 0 }));
    const stalled = connection.run(async knex =>
      knex === pool
        ? knex('beats').insert({ at: 1 })
        : Promise.reject(new Error('refused')),
    );
    await expect(stalled).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(connection.refusal).toBeUndefined();
  });
});

async function createPool(
  engine: TestDatabaseId,
  directory: string,
): Promise<Knex> {
  if (engine === 'SQLITE_3') {
    const pool = createKnex({
      client: 'better-sqlite3',
      connection: { filename: join(directory, 'own.sqlite') },
      useNullAsDefault: true,
    });
    await pool.raw('PRAGMA journal_mode = WAL');
    return pool;
  }
  const { client } = await databases.create(engine);
  return createKnex({ ...client.config, pool: { min: 0, max: 3 } });
}
