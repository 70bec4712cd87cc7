import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  NotImplementedError,
  NotModifiedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ErrorRequestHandler } from 'express';
import { describeDatabaseError, framesOf, isUnavailable } from '../database';
import { TooManyRequestsError } from './TooManyRequestsError';

const RETRY_AFTER_SECONDS = '5';

/** Errors whose messages are written for the caller. */
const MEANT_FOR_THE_CALLER = new Set(
  [
    AuthenticationError,
    ConflictError,
    InputError,
    NotAllowedError,
    NotFoundError,
    NotImplementedError,
    NotModifiedError,
    ServiceUnavailableError,
  ].map(({ name }) => name),
);

/**
 * Replaces errors that are not safe to show. Backstage returns and logs
 * messages of errors, and those of a database may contain people's names.
 */
export function createErrorHandler(): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const presentable = toPresentable(error);
    const isBusy = presentable.name === ServiceUnavailableError.name;
    const retryAfter = isBusy ? RETRY_AFTER_SECONDS : secondsIn(presentable);
    if (retryAfter !== undefined && !res.headersSent) {
      res.setHeader('Retry-After', retryAfter);
    }
    next(presentable);
  };
}

function secondsIn(error: Error): string | undefined {
  return error instanceof TooManyRequestsError
    ? String(error.retryAfter)
    : undefined;
}

/** The error itself if it is safe to show, otherwise one that is. */
export function toPresentable(error: unknown): Error {
  const { name, type, status, code } = (error ?? {}) as Partial<HttpError>;
  // The original error contains the whole body.
  if (type === 'entity.parse.failed') {
    return new InputError('the body is not JSON');
  }
  if (isClientError(status) && code?.startsWith('Z_')) {
    return new InputError(
      'the body cannot be decompressed; expected the encoding that Content-Encoding names',
    );
  }
  const bodyFault = bodyFaultOf((error ?? {}) as Partial<HttpError>);
  if (bodyFault) {
    return Object.assign(error as Error, { message: bodyFault });
  }
  // Express decodes path parameters before a route is called.
  if (error instanceof URIError) {
    return new InputError(
      'the path is not percent-encoded UTF-8; expected text encoded as in a URL, such as %20',
    );
  }
  if (MEANT_FOR_THE_CALLER.has(name ?? '') || isClientError(status)) {
    return error as Error;
  }
  if (isUnavailable(error)) {
    return new ServiceUnavailableError(
      `The metrics are unavailable (${describeDatabaseError(
        error,
      )}); try again in a few seconds`,
    );
  }
  if (name === 'TimeoutError') {
    return new ServiceUnavailableError(
      'This took too long; try again in a few seconds',
    );
  }
  if (isOfAnotherPart(error)) {
    return new ServiceUnavailableError(
      'Another part of the portal did not respond; try again in a few seconds',
    );
  }
  return toInternalError(error);
}

// The catalog and the permission framework are called over HTTP.
function isOfAnotherPart(error: unknown): boolean {
  const { name, cause } = (error ?? {}) as Partial<Error>;
  return name === 'ResponseError' || isUnavailable(cause);
}

/** Errors of Express's body parsers. */
interface HttpError extends Error {
  type: string;
  status: number;
  code: string;
  charset: string;
  encoding: string;
  limit: number;
}

/** Says what is accepted, which the messages of Express do not. */
function bodyFaultOf(error: Partial<HttpError>): string | undefined {
  switch (error.type) {
    case 'charset.unsupported':
      return `the charset '${error.charset}' of the body is not supported; expected utf-8`;
    case 'encoding.unsupported':
      return `the encoding '${error.encoding}' of the body is not supported; expected gzip, deflate or identity`;
    case 'entity.too.large':
      return `the body is too large; expected up to ${error.limit?.toLocaleString(
        'en-US',
      )} bytes, also once it is decompressed`;
    default:
      return undefined;
  }
}

function isClientError(status: unknown): boolean {
  return typeof status === 'number' && status >= 400 && status < 500;
}

function toInternalError(error: unknown): Error {
  const internal = new Error(
    `Adoption Metrics failed: ${describeDatabaseError(error)}`,
  );
  internal.stack = `${internal.message}${framesOf(error)}`;
  return internal;
}
