import createKnex, { Knex } from 'knex';
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
    this.#own = openBeside(pool, options.timeout);
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
      await inTime(this.#own.destroy(), this.options.timeout).catch(() => {});
    }
  }

  #overPool<T>(statement: (knex: Knex) => PromiseLike<T>): Promise<T> {
    return inTime(statement(this.pool), this.options.timeout);
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
  for (const prepare of pool.client.pool.emitter.listeners('createSuccess')) {
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

async function inTime<T>(work: PromiseLike<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const code = 'ETIMEDOUT';
    const error = new Error(`No answer within ${limit} ms`);
    timer = setTimeout(() => reject(Object.assign(error, { code })), limit);
    timer.unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
