import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { isSqlite } from './dialect';

/** Longest time for which a computation blocks the event loop, in ms. */
const LONGEST_TURN_MS = 10;

const signals = new AsyncLocalStorage<AbortSignal>();

let turnBegan = performance.now();

/**
 * Runs work that is no longer needed once the signal is aborted. After that,
 * statements and calls of `breathe` within it throw.
 */
export function untilAborted<T>(
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  return signals.run(signal, run);
}

/**
 * Yields to the event loop if the current computation has blocked it for long,
 * and throws if its result is no longer needed. Call it in every loop whose
 * length depends on data or requests.
 */
export async function breathe(): Promise<void> {
  signals.getStore()?.throwIfAborted();
  if (performance.now() - turnBegan > LONGEST_TURN_MS) {
    await setImmediate();
    turnBegan = performance.now();
    signals.getStore()?.throwIfAborted();
  }
}

/** The part of knex's client that sends statements. */
interface StatementClient {
  query(connection: PostgresConnection, statement: unknown): Promise<unknown>;
  driver: { Client: new (settings: object) => PostgresCanceller };
  connectionSettings: object;
}

/** How PostgreSQL identifies a connection. */
interface PostgresConnection {
  processID: number;
  secretKey: unknown;
}

/** The part of the driver that cancels statements. */
interface PostgresCanceller {
  connection: { once(event: 'error' | 'end', listener: () => void): void };
  cancel(
    connection: PostgresConnection & { activeQuery: undefined },
    query: undefined,
  ): void;
}

/**
 * Prevents statements whose result is no longer needed. On PostgreSQL, running
 * statements are canceled as well; on SQLite they finish, because nothing else
 * runs in the meantime. Transactions are not affected.
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
    // The connection must not be reused while a cancel request may still
    // arrive.
    await cancelled;
  }
}

// Uses the cancel request of the protocol, which poolers such as PgBouncer
// forward. Behind a pooler, pg_cancel_backend could cancel a statement of
// another client.
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
