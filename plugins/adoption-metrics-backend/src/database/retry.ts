/** Serialisation failure and deadlock of PostgreSQL. */
const TRANSIENT_CODES = new Set(['40001', '40P01']);

/** A unique key of PostgreSQL. */
const UNIQUE_VIOLATION = '23505';

const MAX_ATTEMPTS = 4;
const LONGEST_FIRST_PAUSE_MS = 20;

/**
 * Runs a transaction again when the engine asks for that.
 *
 * @param pause - waits before the next attempt; `attempt` counts from 1
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

/** Whether a row is refused because another one has its key already. */
export function isConflict(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  return (
    code === UNIQUE_VIOLATION ||
    /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(code)
  );
}

/** Whether the same transaction may well succeed at once. */
export function isTransient(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  return TRANSIENT_CODES.has(code) || /^SQLITE_(BUSY|LOCKED)/.test(code);
}

/** The engine's code of an error, such as `23505` or `SQLITE_BUSY`. */
export function databaseErrorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Describes a failed statement for a log or an answer. The message of the
 * driver quotes the statement with its bound values, people among them.
 */
export function describeDatabaseError(error: unknown): string {
  return databaseErrorCode(error) ?? (error as Error)?.name ?? 'unknown error';
}

// Two transactions that hindered each other would do so again in step.
function pauseForOthers(attempt: number): Promise<void> {
  const longest = LONGEST_FIRST_PAUSE_MS * 2 ** (attempt - 1);
  return new Promise(resolve => {
    setTimeout(resolve, Math.random() * longest);
  });
}
