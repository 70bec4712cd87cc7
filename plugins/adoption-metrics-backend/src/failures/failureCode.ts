/** By error codes of Node.js, Undici, and OpenSSL. */
const CODES: Record<string, string> = {
  ABORT_ERR: 'timeout',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-closed',
  ECONNABORTED: 'connection-closed',
  EPIPE: 'connection-closed',
  EPROTO: 'tls',
  ETIMEDOUT: 'timeout',
  ESOCKETTIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ENOTFOUND: 'dns',
  HPE_HEADER_OVERFLOW: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RESPONSE_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_SOCKET: 'connection-closed',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};

/** By names of Backstage's errors. */
const NAMES: Record<string, string> = {
  AbortError: 'timeout',
  HTTPParserError: 'invalid-answer',
  TimeoutError: 'timeout',
  InputError: 'http-400',
  AuthenticationError: 'http-401',
  NotAllowedError: 'http-403',
  NotFoundError: 'http-404',
  ConflictError: 'http-409',
  NotImplementedError: 'http-501',
  ServiceUnavailableError: 'http-503',
};

/** By families of error codes. */
const FAMILIES: Array<[RegExp, string]> = [
  [/^EAI_/, 'dns'],
  [/^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_)/, 'tls'],
  [/(SELF_SIGNED_CERT|CERTIFICATE|HOSTNAME_MISMATCH|CRL_)/, 'tls'],
  [/^(HPE_|Z_|ERR__ERROR_FORMAT)/, 'invalid-answer'],
];

/** Programming errors. */
const MISTAKES = new Set([
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
]);

/** SQLSTATE codes, and codes of SQLite. */
const OF_THE_DATABASE = /^((?=.*\d)[0-9A-Z]{5}|SQLITE_\w+)$/;

/** How many errors to follow along `cause` and `errors`. */
const MOST_CAUSES = 5;

/** An error of our own with a code. Its message is safe to show. */
export class CodedError extends Error {
  constructor(readonly failureCode: string, message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/**
 * A code for what failed: `timeout`, `dns`, `http-503`, `database-57014`, or
 * `failed`. Messages of other errors may contain URLs, passwords, and names, so
 * they are never stored, returned, or logged.
 */
export function failureCodeOf(error: unknown): string {
  try {
    const found = causesOf(error).map(specificCodeOf);
    const code = found.find(each => each !== undefined);
    return code ?? mistakeOf(error) ?? 'failed';
  } catch {
    // Even reading the properties of the thrown value may throw.
    return 'failed';
  }
}

/** The database's code, such as `57014`, if the database failed. */
export function databaseCodeIn(code: string): string | undefined {
  return /^database-(.+)$/.exec(code)?.[1];
}

function specificCodeOf(error: unknown): string | undefined {
  if (error instanceof CodedError) {
    return error.failureCode;
  }
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  if (typeof name === 'string' && Object.hasOwn(NAMES, name)) {
    return NAMES[name];
  }
  return (typeof code === 'string' && meaningOf(code)) || statusOf(error);
}

function meaningOf(code: string): string | undefined {
  if (Object.hasOwn(CODES, code)) {
    return CODES[code];
  }
  return OF_THE_DATABASE.test(code)
    ? `database-${code}`
    : FAMILIES.find(([pattern]) => pattern.test(code))?.[1];
}

/** The status of an HTTP response that a client turned into an error. */
function statusOf(error: unknown): string | undefined {
  const { statusCode, status, response } = (error ?? {}) as Answered;
  return [statusCode, status, response?.status]
    .filter(each => Number.isInteger(each))
    .map(each => each as number)
    .filter(each => each >= 300 && each <= 599)
    .map(each => `http-${each}`)[0];
}

interface Answered {
  statusCode?: unknown;
  status?: unknown;
  response?: { status?: unknown };
}

function mistakeOf(error: unknown): string | undefined {
  const { name } = (error ?? {}) as Partial<Error>;
  return name !== undefined && MISTAKES.has(name)
    ? name.replace('Error', '-error').toLowerCase()
    : undefined;
}

/** An error with its causes, and the errors of an aggregate. */
function causesOf(error: unknown): unknown[] {
  const found = [error];
  for (let at = 0; at < found.length && found.length < MOST_CAUSES; at += 1) {
    const { cause, errors } = (found[at] ?? {}) as {
      cause?: unknown;
      errors?: unknown;
    };
    found.push(
      ...(cause === undefined ? [] : [cause]),
      ...(Array.isArray(errors) ? errors.slice(0, MOST_CAUSES) : []),
    );
  }
  return found;
}
