import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './dialect';
import { describeDatabaseError } from './retry';

const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 50;

/**
 * Rewrites tables with their indexes, so that the files of the database hold nothing
 * any more of rows that were deleted or changed. A table that is in use at each
 * attempt, or whose deleted rows an older transaction may still read, may hold them
 * on, and the log says so.
 */
export async function rewriteTables(
  knex: Knex,
  tables: string[],
  logger: LoggerService,
): Promise<void> {
  const left = new Set(tables);
  let failure: unknown;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && left.size > 0; attempt++) {
    if (attempt > 0) {
      await delay(FIRST_PAUSE_MS * 2 ** attempt);
    }
    try {
      await (isSqlite(knex) ? rewriteFile(knex, left) : rewrite(knex, left));
    } catch (error) {
      failure = error;
    }
  }
  if (left.size > 0) {
    const reason = failure
      ? describeDatabaseError(failure)
      : 'in use, or read by a long transaction';
    logger.warn(
      `A person was deleted, but the database files could not be rewritten (${reason}) and may still contain deleted rows of ${[
        ...left,
      ].join(', ')}; see docs/privacy.md`,
    );
  }
}

// SQLite has one file, and a log of what was written last.
async function rewriteFile(knex: Knex, left: Set<string>): Promise<void> {
  await knex.raw('VACUUM');
  const [{ busy }] = await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  if (!busy) {
    left.clear();
  }
}

// What waits for a table has others wait behind it: it is skipped instead.
async function rewrite(knex: Knex, left: Set<string>): Promise<void> {
  for (const table of [...left]) {
    if ((await vacuum(knex, table)) === 0) {
      left.delete(table);
    }
  }
}

/** What the server says about its work; node-pg passes it on as it came. */
interface Notice {
  /** The server's own function, which no language translates. */
  routine?: string;
  detail?: string;
}

/**
 * Rewrites a table and answers how many deleted rows it still holds: rows that a
 * transaction which began earlier may read, be it of a reader or of the server's own
 * analysis of another table, are carried into the new file. Undefined if the table
 * was skipped. Only the notice says so exactly and to everybody: without further
 * rights a role does not see the transactions of others.
 */
async function vacuum(knex: Knex, table: string): Promise<number | undefined> {
  let kept: number | undefined;
  const listen = ({ routine, detail }: Notice) => {
    const [count] =
      (routine === 'copy_table_data' && detail?.match(/\d+/)) || [];
    kept = count === undefined ? kept : Number(count);
  };
  const connection = await knex.client.acquireConnection();
  connection.on('notice', listen);
  try {
    await knex
      .raw('VACUUM (FULL, VERBOSE, ANALYZE, SKIP_LOCKED) ??', [table])
      .connection(connection);
  } finally {
    connection.off('notice', listen);
    await knex.client.releaseConnection(connection);
  }
  return kept;
}
