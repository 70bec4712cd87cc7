import { setTimeout as delay } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { databaseErrorCode, isConflict, isTransient } from './retry';

/** How long to keep trying, in ms. */
const PATIENCE_MS = 20_000;

/**
 * After this time, a migration lock is assumed to be left by a killed process,
 * in ms. Migrations run in one transaction, so a lock that is still in use is
 * not visible to others.
 */
const LOCK_IS_LEFT_AFTER_MS = 5_000;

/**
 * Another process is creating the same thing. SQLite has no specific code for
 * that.
 */
const EXISTS_ALREADY = new Set(['42P07', '42710', '42701', 'SQLITE_ERROR']);

/** Backstage's scheduler wraps errors of SQLite and keeps only the message. */
const BUSY = /SQLITE_(BUSY|LOCKED)/;

/**
 * Retries the start while other replicas start too, or after one was killed
 * doing so.
 */
export async function startPersistently<T>(
  start: () => Promise<T>,
  options: {
    /** Removes a lock that nobody holds anymore. */
    freeLock?(): Promise<unknown>;
    logger?: LoggerService;
    /** Waits for some ms. */
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
