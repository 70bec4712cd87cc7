import { databaseErrorCode, isTransient } from './retry';

/**
 * SQLSTATE classes and codes of PostgreSQL for a database that cannot serve at
 * the moment: connection exceptions, insufficient resources, being shut down or
 * started, giving up on a lock or a time limit.
 */
const UNAVAILABLE_STATES = /^(08...|53...|57P0[1-5]|57014|55P03|25P0[34])$/;

const UNAVAILABLE_CODES = new Set([
  'CONNECTION_ENDED',
  'SQLITE_FULL',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What knex says, without a code, when it has no connection to give. */
const NO_CONNECTION = /^(Unable to acquire a connection|aborted)$/;

/**
 * Whether the database failed for a reason that has nothing to do with what it
 * was asked, so that the same request may succeed later.
 */
export function isUnavailable(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  const { name, message } = (error ?? {}) as Partial<Error>;
  return (
    isTransient(error) ||
    UNAVAILABLE_CODES.has(code) ||
    UNAVAILABLE_STATES.test(code) ||
    name === 'KnexTimeoutError' ||
    NO_CONNECTION.test(message ?? '')
  );
}
