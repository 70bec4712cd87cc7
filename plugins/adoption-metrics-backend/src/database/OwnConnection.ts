import createKnex, { Knex } from 'knex';
import { withinLimit } from '../failures';
import { concealStatements } from './concealStatements';
import { isSqlite } from './dialect';
import { isTransient, retryTransient } from './retry';

/** Runs a statement over some connection to the plugin's database. */
export interface StatementRunner {
  run<T>(statement: (knex: Knex) => PromiseLike<T>): Promise<T>;
}

/**
 * A connection beside the pool, for what must not wait behind readers and
 * writers. Where none can be had, as with a database that allows no more of
 * them, it uses the pool, and tries again with the next statement.
 */
export class OwnConnection implements StatementRunner {
  readonly #own: Knex | undefined;
  #refusal: unknown;

  constructor(
    private readonly pool: Knex,
    private readonly options: {
      /** How long a connection may be waited for, in ms. */
      timeout: number;
      /** Told when the pool has to serve instead, once until that changes. */
      onRefused(error: unknown): void;
    },
  ) {
    try {
      this.#own = openBeside(pool, options.timeout);
    } catch (error) {
      this.#note(error);
    }
  }

  /** Why the pool had to serve the last statement, if it had to. */
  get refusal(): unknown {
    return this.#refusal;
  }

  /** @throws what the pool throws, if neither can run the statement in time */
  async run<T>(statement: (knex: Knex) => PromiseLike<T>): Promise<T> {
    const own = this.#own;
    if (!own) {
      return this.#overPool(statement);
    }
    try {
      const answer = await retryTransient(async () => statement(own));
      this.#refusal = undefined;
      return answer;
    } catch (error) {
      const answer = await this.#overPool(statement);
      this.#note(error);
      return answer;
    }
  }

  /** Closes the connection, unless that takes too long. */
  async close(): Promise<void> {
    if (this.#own) {
      await this.#inTime(async () => this.#own?.destroy()).catch(() => {});
    }
  }

  #overPool<T>(statement: (knex: Knex) => PromiseLike<T>): Promise<T> {
    return this.#inTime(async () => statement(this.pool));
  }

  #inTime<T>(work: () => Promise<T>): Promise<T> {
    const never = new AbortController().signal;
    return withinLimit(this.options.timeout, never, work);
  }

  // Waiting for a writer of SQLite is no refusal.
  #note(error: unknown): void {
    if (isTransient(error)) {
      return;
    }
    const isNew = this.#refusal === undefined;
    this.#refusal = error;
    if (isNew) {
      this.options.onRefused(error);
    }
  }
}

function openBeside(pool: Knex, timeout: number): Knex | undefined {
  const { config } = pool.client;
  if (isSqlite(pool) && isInMemory(config.connection)) {
    return undefined;
  }
  const own = createKnex({
    ...config,
    acquireConnectionTimeout: timeout,
    pool: { ...config.pool, min: 0, max: 1 },
    // It would report each failure on the console.
    log: { ...config.log, warn() {} },
  });
  concealStatements(own);
  // Backstage sets up each connection of a pool as it is made.
  const { emitter } = pool.client.pool;
  for (const prepare of emitter?.listeners('createSuccess') ?? []) {
    own.client.pool.on('createSuccess', prepare);
  }
  if (isSqlite(pool)) {
    own.client.pool.on('createSuccess', (_: number, connection: Sqlite) => {
      // The driver waits for a writer by standing still, and so would the writer.
      connection.pragma('busy_timeout = 0');
      connection.pragma('synchronous = FULL');
    });
  }
  return own;
}

interface Sqlite {
  pragma(statement: string): void;
}

// Another connection to a database in memory is another database.
function isInMemory(
  connection: string | { filename?: string } | undefined,
): boolean {
  const name =
    typeof connection === 'string' ? connection : connection?.filename;
  return !name || /:memory:|mode=memory/.test(name);
}
