import createKnex, { Knex } from 'knex';
import { withinLimit } from '../failures';
import { concealStatements } from './concealStatements';
import { isSqlite } from './dialect';
import { isTransient, retryTransient } from './retry';

/** Runs statements on the plugin's database. */
export interface StatementRunner {
  run<T>(statement: (knex: Knex) => PromiseLike<T>): Promise<T>;
}

/**
 * A connection outside the pool, for statements that must not queue behind
 * others. If the database does not allow another connection, it falls back to
 * the pool, and tries again with the next statement.
 */
export class OwnConnection implements StatementRunner {
  readonly #own: Knex | undefined;
  #refusal: unknown;

  constructor(
    private readonly pool: Knex,
    private readonly options: {
      /** How long to wait for a connection, in ms. */
      timeout: number;
      /** Called when it falls back to the pool, once until it recovers. */
      onRefused(error: unknown): void;
    },
  ) {
    try {
      this.#own = openBeside(pool, options.timeout);
    } catch (error) {
      this.#note(error);
    }
  }

  /** Why the last statement ran on the pool, if it did. */
  get refusal(): unknown {
    return this.#refusal;
  }

  /**
   * @throws the error of the pool, if the fallback fails as well
   */
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

  /** Closes the connection, and stops waiting after the timeout. */
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

  // A busy SQLite database is not a refused connection.
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
    // Knex would log every failure to the console.
    log: { ...config.log, warn() {} },
  });
  concealStatements(own);
  // Backstage configures each connection of a pool when it is created.
  const { emitter } = pool.client.pool;
  for (const prepare of emitter?.listeners('createSuccess') ?? []) {
    own.client.pool.on('createSuccess', prepare);
  }
  if (isSqlite(pool)) {
    own.client.pool.on('createSuccess', (_: number, connection: Sqlite) => {
      // The driver waits synchronously, which would also block the writer it
      // waits for.
      connection.pragma('busy_timeout = 0');
      connection.pragma('synchronous = FULL');
    });
  }
  return own;
}

interface Sqlite {
  pragma(statement: string): void;
}

// A second connection to an in-memory database opens a different database.
function isInMemory(
  connection: string | { filename?: string } | undefined,
): boolean {
  const name =
    typeof connection === 'string' ? connection : connection?.filename;
  return !name || /:memory:|mode=memory/.test(name);
}
