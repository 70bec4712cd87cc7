import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from 'toolchain/lib/postgres.mjs';
import { Connection, TestDatabase, Value } from './TestDatabase';

const DURABILITY = ['fsync', 'synchronous_commit', 'full_page_writes'];

/** A PostgreSQL of its own, with the durability of a production server. */
export async function createPostgres(): Promise<TestDatabase> {
  const logFile = join(
    tmpdir(),
    `adoption-metrics-postgres-${process.pid}.log`,
  );
  const url = new URL(await startPostgres({ logFile, durable: true }));
  await requireDurability(url);
  let generation = 0;
  const prefix = () => `run_${generation}_`;
  return {
    name: 'PostgreSQL',
    async reset() {
      await dropDatabases(url, prefix());
      generation++;
      return {
        client: 'pg',
        prefix: prefix(),
        connection: {
          host: url.hostname,
          port: Number(url.port),
          user: url.username,
        },
      };
    },
    connect: pluginId => openDatabase(url, `${prefix()}${pluginId}`),
    parameter: index => `$${index}`,
  };
}

async function requireDurability(url: URL): Promise<void> {
  const client = await openClient(url.href);
  for (const setting of DURABILITY) {
    const { rows } = await client.query(`show ${setting}`);
    if (rows[0][setting] !== 'on') {
      throw new Error(`PostgreSQL runs with ${setting}=${rows[0][setting]}`);
    }
  }
  await client.end();
}

async function dropDatabases(url: URL, prefix: string): Promise<void> {
  const client = await openClient(url.href);
  const { rows } = await client.query(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { datname } of rows) {
    await client.query(`drop database "${datname}" with (force)`);
  }
  await client.end();
}

async function openDatabase(url: URL, name: string): Promise<Connection> {
  const admin = await openClient(url.href);
  const { rowCount } = await admin.query(
    'select 1 from pg_database where datname = $1',
    [name],
  );
  if (rowCount === 0) {
    await admin.query(`create database "${name}"`);
  }
  await admin.end();
  return connectionOf(await openClient(new URL(`/${name}`, url).href));
}

async function openClient(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

function connectionOf(client: Client): Connection {
  const run = async (sql: string, values: Value[] = []) => {
    await client.query(sql, values);
  };
  return {
    run,
    prepare: sql => values => run(sql, values),
    number: async sql => {
      const { rows } = await client.query(sql);
      return Number(Object.values(rows[0])[0]);
    },
    texts: async sql => {
      const { rows } = await client.query({ text: sql, rowMode: 'array' });
      return rows.map(([text]) => text);
    },
    close: () => client.end(),
  };
}
