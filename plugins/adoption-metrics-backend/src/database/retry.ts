/** Serialisation failure and deadlock of PostgreSQL. */
const TRANSIENT_CODES = new Set(['40001', '40P01']);

const MAX_ATTEMPTS = 3;

/** Runs a transaction again when the engine asks for that. */
export async function retryTransient<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const transient = TRANSIENT_CODES.has(databaseErrorCode(error) ?? '');
      if (!transient || attempt === MAX_ATTEMPTS) {
        throw error;
      }
    }
  }
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
