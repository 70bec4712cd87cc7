/** PostgreSQL's codes for serialization failures and deadlocks. */
const TRANSIENT_CODES = new Set(['40001', '40P01']);

/** PostgreSQL's code for a unique violation. */
const UNIQUE_VIOLATION = '23505';

const MAX_ATTEMPTS = 4;
const LONGEST_FIRST_PAUSE_MS = 20;

/**
 * Retries a transaction after transient errors.
 *
 * @param pause - waits before the next attempt; `attempt` starts at 1
 */
export async function retryTransient<T>(
  run: () => Promise<T>,
  pause: (attempt: number) => Promise<unknown> = pauseForOthers,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isTransient(error) || attempt === MAX_ATTEMPTS) {
        throw error;
      }
      await pause(attempt);
    }
  }
}

/** Whether a row was rejected because its key already exists. */
export function isConflict(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  return (
    code === UNIQUE_VIOLATION ||
    /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)
  );
}

/** Whether the same transaction is likely to succeed if retried immediately. */
export function isTransient(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  return TRANSIENT_CODES.has(code) || /^SQLITE_(BUSY|LOCKED)/.test(code);
}

/** The database's code of an error, such as `23505` or `SQLITE_BUSY`. */
export function databaseErrorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Describes a failed statement for logs and responses. The message of the
 * driver is not used, because it quotes values, which can contain people's
 * names.
 */
export function describeDatabaseError(error: unknown): string {
  return databaseErrorCode(error) ?? (error as Error)?.name ?? 'unknown error';
}

// Random, so that two conflicting transactions do not retry in step.
function pauseForOthers(attempt: number): Promise<void> {
  const longest = LONGEST_FIRST_PAUSE_MS * 2 ** (attempt - 1);
  return new Promise(resolve => {
    setTimeout(resolve, Math.random() * longest);
  });
}
