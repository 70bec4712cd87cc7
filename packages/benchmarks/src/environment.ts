import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Sqlite from 'better-sqlite3';
import { postgresVersion } from 'toolchain/lib/postgres.mjs';

const GIBIBYTE = 2 ** 30;

/** Describes the machine, one line each. */
export function describeEnvironment(): string[] {
  const processors = cpus();
  const memory = Math.round(totalmem() / GIBIBYTE);
  return [
    `Machine: ${processors.length} cores (${processors[0]?.model}), ${memory} GiB`,
    `Node.js ${
      process.versions.node
    }, ${postgresVersion()}, SQLite ${sqliteVersion()}`,
    `backstage-plugin-adoption-metrics-backend ${pluginVersion()}`,
  ];
}

function sqliteVersion(): string {
  const database = new Sqlite(':memory:');
  const version = database.prepare('select sqlite_version()').pluck().get();
  database.close();
  return String(version);
}

function pluginVersion(): string {
  const plugin = 'backstage-plugin-adoption-metrics-backend';
  const file = resolvePackagePath(plugin, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
