import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { databaseErrorCode, isConflict, isTransient } from './retry';

/** How long a start is tried, in ms. */
const PATIENCE_MS = 20_000;

/**
 * After how long a lock on migrations is taken for one that a killed process has
 * left, in ms. Migrations run in one transaction, so that nobody sees the lock of
 * a process that is at it: it is waited for without being seen.
 */
const LOCK_IS_LEFT_AFTER_MS = 5_000;

/** Of what another process is just creating; SQLite has no code for that. */
const EXISTS_ALREADY = new Set(['42P07', '42710', '42701', 'SQLITE_ERROR']);

/** What Backstage's scheduler makes of an error of SQLite. */
const BUSY = /SQLITE_(BUSY|LOCKED)/;

/** Tries again while other replicas do the same, or one was killed while it did. */
export async function startPersistently<T>(
  start: () => Promise<T>,
  options: {
    /** Takes away a lock that nobody holds any more. */
    freeLock?(): Promise<unknown>;
    logger?: LoggerService;
    /** Waits some ms. */
    pause?: (ms: number) => Promise<unknown>;
  },
): Promise<T> {
  const { freeLock, logger, pause = delay } = options;
  let waited = 0;
  let isFreed = false;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (waited >= PATIENCE_MS || !mayPass(error)) {
        throw error;
      }
      if (isLocked(error) && waited >= LOCK_IS_LEFT_AFTER_MS && !isFreed) {
        logger?.warn(
          'Removed the migration lock left by a process that was killed',
        );
        await freeLock?.();
        isFreed = true;
      }
    }
    const wait = 200 + Math.random() * 300;
    await pause(wait);
    waited += wait;
  }
}

function mayPass(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  return (
    isLocked(error) ||
    isConflict(error) ||
    isTransient(error) ||
    BUSY.test(messageOf(error)) ||
    EXISTS_ALREADY.has(code)
  );
}

function isLocked(error: unknown): boolean {
  return (
    (error as Partial<Error> | undefined)?.name === 'MigrationLocked' ||
    /already locked|Can't take lock/.test(messageOf(error))
  );
}

function messageOf(error: unknown): string {
  return (error as Partial<Error> | undefined)?.message ?? '';
}
