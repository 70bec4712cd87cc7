import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { temporaryDirectoryFor } from 'toolchain/lib/postgres.mjs';
import { atEnd } from 'toolchain/lib/processes.mjs';
import { Connection, TestDatabase, Value } from './TestDatabase';

/** SQLite in files on disk, in WAL mode with `synchronous=FULL`. */
export function createSqlite(): TestDatabase {
  const parent = temporaryDirectoryFor({}, { onDisk: true });
  const home = mkdtempSync(join(parent, 'adoption-metrics-sqlite-'));
  atEnd(() => rmSync(home, { recursive: true, force: true }));
  let directory = home;
  return {
    name: 'SQLite',
    async reset() {
      rmSync(directory, { recursive: true, force: true });
      directory = mkdtempSync(`${home}-`);
      const removed = directory;
      atEnd(() => rmSync(removed, { recursive: true, force: true }));
      return { client: 'better-sqlite3', connection: { directory } };
    },
    connect: async pluginId => open(join(directory, `${pluginId}.sqlite`)),
    parameter: () => '?',
  };
}

function open(file: string): Connection {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const prepare = (sql: string) => {
    const statement = database.prepare(sql);
    return async (values: Value[]) => {
      statement.run(values);
    };
  };
  return {
    prepare,
    run: (sql, values = []) => prepare(sql)(values),
    number: async sql => Number(database.prepare(sql).pluck().get()),
    texts: async sql => database.prepare(sql).pluck().all() as string[],
    close: async () => {
      database.close();
    },
  };
}
