import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './dialect';
import { describeDatabaseError } from './retry';

const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 50;

/**
 * Rewrites tables and their indexes, so that database files no longer contain
 * deleted or changed rows. Logs a warning if a table was in use at every
 * attempt, or if an older transaction can still read deleted rows.
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

// SQLite has a single file and a write-ahead log.
async function rewriteFile(knex: Knex, left: Set<string>): Promise<void> {
  await knex.raw('VACUUM');
  const [{ busy }] = await knex.raw('PRAGMA wal_checkpoint(TRUNCATE)');
  if (!busy) {
    left.clear();
  }
}

// Waiting for a table would block others that wait for it, so it is skipped.
async function rewrite(knex: Knex, left: Set<string>): Promise<void> {
  for (const table of [...left]) {
    if ((await vacuum(knex, table)) === 0) {
      left.delete(table);
    }
  }
}

/** A notice from the server, as passed on by node-pg. */
interface Notice {
  /** The server's internal function, which is never translated. */
  routine?: string;
  detail?: string;
}

/**
 * Rewrites a table, and returns how many deleted rows it still contains: those
 * that an older transaction can still see are copied to the new file. Undefined
 * if the table was skipped. Only the notice reports this exactly, and without
 * extra privileges.
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
