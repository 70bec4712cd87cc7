import { databaseErrorCode, isTransient } from './retry';

/**
 * SQLSTATE classes and codes of PostgreSQL for a database that cannot serve at
 * the moment: connection exceptions, insufficient resources, being shut down or
 * started, giving up on a lock or a time limit, reading only (a standby, or an
 * operator's setting), refusing our role or all of us (a rotated password, a
 * restore), and faults of its disk.
 */
const UNAVAILABLE_STATES =
  /^(08...|28...|53...|58...|57P0[1-5]|57014|55P03|55000|25006|25P0[34]|3D000)$/;

/** The same of SQLite, and of the drivers. */
const UNAVAILABLE_CODES =
  /^(CONNECTION_ENDED|SQLITE_(FULL|READONLY|IOERR|CANTOPEN|NOMEM|PROTOCOL|INTERRUPT)(_.+)?)$/;

/** Errors of the network and of a machine that has run out of something. */
const OF_THE_SYSTEM =
  /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_\w+|EADDRNOTAVAIL|E[MN]FILE|ENOBUFS|ENOSPC|EDQUOT|EROFS|EIO)$/;

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
    UNAVAILABLE_CODES.test(code) ||
    OF_THE_SYSTEM.test(code) ||
    UNAVAILABLE_STATES.test(code) ||
    name === 'KnexTimeoutError' ||
    NO_CONNECTION.test(message ?? '')
  );
}
