import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite, returnedRows } from './dialect';
import { describeDatabaseError } from './retry';

const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 50;

/**
 * Rewrites tables with their indexes, so that the files of the database hold nothing
 * any more of rows that were deleted or changed. A table that is in use at each
 * attempt stays as it is, and the log says so.
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
    const reason = failure ? describeDatabaseError(failure) : 'in use';
    logger.warn(
      `Somebody was forgotten, but the files of the database could not be rewritten (${reason}) and may still hold deleted rows of ${[
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
    const before = await fileOf(knex, table);
    await knex.raw('VACUUM (FULL, ANALYZE, SKIP_LOCKED) ??', [table]);
    if ((await fileOf(knex, table)) !== before) {
      left.delete(table);
    }
  }
}

async function fileOf(knex: Knex, table: string): Promise<string> {
  const answer = await knex.raw('select pg_relation_filenode(?) as file', [
    table,
  ]);
  const [{ file }] = returnedRows<{ file: string }>(answer);
  return String(file);
}
