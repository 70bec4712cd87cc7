import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { Knex } from 'knex';
import { TcpProxy } from './TcpProxy';

/** Ends what a fault began. */
type Heal = () => Promise<unknown>;

/** A database that fails on demand. */
export interface FailingDatabase {
  /** As the plugin gets it. */
  knex: Knex;
  /** Lets it fail in one way, until it is healed. */
  faults: Record<string, () => Promise<Heal>>;
  close(): Promise<void>;
}

const CONNECTIONS = 3;
const PATIENCE_MS = 300;
const TERMINATION_MS = 10_000;

export function createFailingDatabases() {
  const ids: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_18'];
  const databases = TestDatabases.create({ ids });
  return {
    eachSupportedId: () => databases.eachSupportedId(),
    create: async (id: TestDatabaseId): Promise<FailingDatabase> =>
      id === 'SQLITE_3' ? onSqlite() : onPostgres(await databases.init(id)),
  };
}

/** The names of the faults of an engine. */
export const faultNames: Record<string, string[]> = {
  SQLITE_3: ['read-only', 'full', 'locked', 'moved away', 'connections taken'],
  POSTGRES_18: [
    'read-only',
    'full',
    'deadlocks',
    'serialization failures',
    'input and output errors',
    'statement timeout',
    'lock timeout',
    'connections taken',
    'connections refused to the role',
    'no login',
    'connections terminated',
    'connections reset',
    'unreachable',
  ],
};

function onSqlite(): FailingDatabase {
  const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-failing-'));
  const filename = join(directory, 'adoption-metrics.sqlite');
  const open = () =>
    createKnex({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      acquireConnectionTimeout: PATIENCE_MS,
    });
  const knex = open();
  return {
    knex,
    faults: {
      'read-only': async () => {
        await knex.raw('PRAGMA query_only = on');
        return () => knex.raw('PRAGMA query_only = off');
      },
      full: () => fillUp(knex),
      locked: async () => {
        const other = open();
        await other.raw('BEGIN EXCLUSIVE');
        return async () => {
          await other.raw('ROLLBACK');
          await other.destroy();
        };
      },
      'moved away': async () => {
        renameSync(filename, `${filename}.away`);
        return async () => renameSync(`${filename}.away`, filename);
      },
      'connections taken': () => takeConnections(knex, 1),
    },
    close: async () => {
      await knex.destroy();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Leaves no room, not even in the pages that the tables have already. */
async function fillUp(knex: Knex): Promise<Heal> {
  await knex.raw('create table filler (text text)');
  const [{ page_count: pages }] = await knex.raw('PRAGMA page_count');
  await knex.raw(`PRAGMA max_page_count = ${pages}`);
  for (const size of [2_000, 200, 20]) {
    await knex('filler')
      .insert({ text: 'x'.repeat(size) })
      .then(() => {})
      .catch(() => {});
  }
  return async () => {
    await knex.raw('PRAGMA max_page_count = 1000000');
    await knex.raw('drop table filler');
  };
}

/** Holds every connection of a pool. */
async function takeConnections(knex: Knex, count: number): Promise<Heal> {
  const held: Knex.Transaction[] = [];
  for (let taken = 0; taken < count; taken++) {
    held.push(await knex.transaction());
  }
  return () => Promise.all(held.map(each => each.rollback()));
}

/**
 * @param admin - a superuser in the database that is to fail. The plugin gets a
 * role without privileges, through a proxy.
 */
async function onPostgres(admin: Knex): Promise<FailingDatabase> {
  const role = `plugin_${randomUUID().slice(0, 8)}`;
  const { host, port, database } = admin.client.connectionSettings;
  await admin.raw('create role ?? login', [role]);
  await admin.raw('grant all on schema public to ??', [role]);
  const proxy = new TcpProxy({ host, port: Number(port) });
  await proxy.open();
  const connection = {
    host: '127.0.0.1',
    port: proxy.port,
    user: role,
    database,
  };
  const knex = createKnex({
    client: 'pg',
    connection,
    pool: { min: 0, max: CONNECTIONS },
    acquireConnectionTimeout: PATIENCE_MS,
    log: { warn() {} },
  });

  // Waits until they are gone: on a busy machine a signal may arrive only when
  // its connection does the next one's work.
  const terminate = (waitMs = TERMINATION_MS) =>
    admin.raw(
      'select pg_terminate_backend(pid, ?) from pg_stat_activity where usename = ?',
      [waitMs, role],
    );
  /** Has all connections begin anew, with other properties of the role. */
  const alter = async (change: string, back: string): Promise<Heal> => {
    await admin.raw(`alter role ?? ${change}`, [role]);
    await terminate();
    return async () => {
      await admin.raw(`alter role ?? ${back}`, [role]);
      await terminate();
    };
  };
  const raise = (state: string) => raiseOnWrites(admin, state);
  const lockedFor = async (setting: string): Promise<Heal> => {
    const heal = await alter(`set ${setting} = '200ms'`, `reset ${setting}`);
    const holding = await admin.transaction();
    const names = await tablesOf(admin);
    await holding.raw(
      `lock table ${names.map(() => '??').join()} in access exclusive mode`,
      names,
    );
    return async () => {
      await holding.rollback();
      await heal();
    };
  };
  const again = async (act: () => unknown): Promise<Heal> => {
    const timer = setInterval(act, 20);
    return async () => clearInterval(timer);
  };
  return {
    knex,
    faults: {
      'read-only': () =>
        alter(
          'set default_transaction_read_only = on',
          'reset default_transaction_read_only',
        ),
      full: () => raise('53100'),
      deadlocks: () => raise('40P01'),
      'serialization failures': () => raise('40001'),
      'input and output errors': () => raise('58030'),
      'statement timeout': () => lockedFor('statement_timeout'),
      'lock timeout': () => lockedFor('lock_timeout'),
      'connections taken': () => takeConnections(knex, CONNECTIONS),
      'connections refused to the role': () =>
        alter('connection limit 0', 'connection limit -1'),
      'no login': () => alter('nologin', 'login'),
      'connections terminated': () => again(() => terminate(0).catch(() => {})),
      'connections reset': () => again(() => proxy.breakAll()),
      silent: async () => {
        proxy.stall();
        return async () => proxy.goOn();
      },
      unreachable: async () => {
        await proxy.close();
        return () => proxy.open();
      },
    },
    close: async () => {
      await knex.destroy();
      await proxy.close();
    },
  };
}

async function tablesOf(admin: Knex): Promise<string[]> {
  return admin('pg_tables').where({ schemaname: 'public' }).pluck('tablename');
}

/** Has the engine refuse every write with a code. */
async function raiseOnWrites(admin: Knex, state: string): Promise<Heal> {
  await admin.raw(`
    create function fail() returns trigger language plpgsql as $$
    begin raise exception 'this fails' using errcode = '${state}'; end $$`);
  for (const table of await tablesOf(admin)) {
    await admin.raw(
      'create trigger fail before insert or update or delete on ?? for each statement execute function fail()',
      [table],
    );
  }
  return () => admin.raw('drop function fail cascade');
}
