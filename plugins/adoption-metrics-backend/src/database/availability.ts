import { databaseErrorCode, isTransient } from './retry';

/**
 * SQLSTATE codes for a PostgreSQL database that is temporarily unavailable:
 * connection exceptions, insufficient resources, startup and shutdown,
 * timeouts, read-only mode, rejected logins (a rotated password, a restore),
 * and disk failures.
 */
const UNAVAILABLE_STATES =
  /^(08...|28...|53...|58...|57P0[1-5]|57014|55P03|55000|25006|25P0[34]|3D000)$/;

/** The same for SQLite and the drivers. */
const UNAVAILABLE_CODES =
  /^(CONNECTION_ENDED|SQLITE_(FULL|READONLY|IOERR|CANTOPEN|NOMEM|PROTOCOL|INTERRUPT)(_.+)?)$/;

/** Errors of the network, or of a machine that ran out of resources. */
const OF_THE_SYSTEM =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_\w+|EADDRNOTAVAIL|E[MN]FILE|ENOBUFS|ENOSPC|EDQUOT|EROFS|EIO)$/;

/** Knex reports some failures to get a connection without a code. */
const NO_CONNECTION = /^(Unable to acquire a connection|aborted)$/;

/**
 * Whether the database failed for reasons unrelated to the statement, so that
 * the same request may succeed later.
 */
export function isUnavailable(error: unknown): boolean {
  const code = databaseErrorCode(error) ?? '';
  const { name, message } = (error ?? {}) as Partial<Error>;
  return (
    isTransient(error) ||
    UNAVAILABLE_CODES.test(code) ||
    OF_THE_SYSTEM.test(code) ||
    UNAVAILABLE_STATES.test(code) ||
    name === 'KnexTimeoutError' ||
    NO_CONNECTION.test(message ?? '')
  );
}
