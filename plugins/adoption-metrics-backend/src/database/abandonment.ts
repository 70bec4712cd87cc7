import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { isSqlite } from './dialect';

/** Longest that a computation keeps the process from everything else, in ms. */
const LONGEST_TURN_MS = 10;

const signals = new AsyncLocalStorage<AbortSignal>();

let turnBegan = performance.now();

/**
 * Runs what nobody needs once a signal is aborted: from then on, neither
 * statements nor `breathe` in it go on, however deep they lie.
 */
export function untilAborted<T>(
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  return signals.run(signal, run);
}

/**
 * Lets the process do something else if a computation has kept it for long, and
 * ends it where nobody waits for it any more. To be called in every loop whose
 * length depends on what is stored or asked for.
 */
export async function breathe(): Promise<void> {
  signals.getStore()?.throwIfAborted();
  if (performance.now() - turnBegan > LONGEST_TURN_MS) {
    await setImmediate();
    turnBegan = performance.now();
    signals.getStore()?.throwIfAborted();
  }
}

/** Runs what others rely on, too, whoever stops waiting for it. */
export function forEverybody<T>(run: () => T): T {
  return signals.exit(run);
}

/** What of a client of knex sends statements. */
interface StatementClient {
  query(connection: PostgresConnection, statement: unknown): Promise<unknown>;
  driver: { Client: new (settings: object) => PostgresCanceller };
  connectionSettings: object;
}

/** By what PostgreSQL knows a connection. */
interface PostgresConnection {
  processID: number;
  secretKey: unknown;
}

/** What of the driver asks PostgreSQL to end a statement. */
interface PostgresCanceller {
  connection: { once(event: 'error' | 'end', listener: () => void): void };
  cancel(
    connection: PostgresConnection & { activeQuery: undefined },
    query: undefined,
  ): void;
}

/**
 * Has no statement begin that nobody waits for any more. PostgreSQL also ends
 * those that are running; SQLite finishes them, since nothing else runs
 * meanwhile. Transactions are left alone.
 */
export function abandonStatements(knex: Knex): void {
  const client: StatementClient = knex.client;
  const send = client.query;
  client.query = async (connection, statement) => {
    const signal = signals.getStore();
    signal?.throwIfAborted();
    const running = send.call(client, connection, statement);
    return signal && !isSqlite(knex)
      ? cancellable(running, { signal, cancel: () => end(client, connection) })
      : running;
  };
}

async function cancellable<T>(
  running: Promise<T>,
  { signal, cancel }: { signal: AbortSignal; cancel(): Promise<void> },
): Promise<T> {
  let cancelled: Promise<void> | undefined;
  const begin = () => {
    cancelled = cancel();
  };
  signal.addEventListener('abort', begin, { once: true });
  try {
    return await running;
  } finally {
    signal.removeEventListener('abort', begin);
    // Nobody else gets the connection while a request to end may still come.
    await cancelled;
  }
}

// By the protocol's own message and its secret, which a pooler such as pgbouncer
// passes on; pg_cancel_backend would end somebody else's statement behind one.
function end(
  { driver, connectionSettings }: StatementClient,
  { processID, secretKey }: PostgresConnection,
): Promise<void> {
  const canceller = new driver.Client(connectionSettings);
  return new Promise(resolve => {
    canceller.connection.once('error', resolve);
    canceller.connection.once('end', resolve);
    canceller.cancel(
      { activeQuery: undefined, processID, secretKey },
      undefined,
    );
  });
}
