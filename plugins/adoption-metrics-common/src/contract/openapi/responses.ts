import { DeclaredError } from '../routes';
import { ErrorSchema } from '../schemas';

/** All error statuses that a route can have. @public */
export type ErrorStatus = DeclaredError | 400 | 401 | 403 | 413 | 503;

const names: Record<ErrorStatus, string> = {
  400: 'NotAccepted',
  401: 'NotSignedIn',
  403: 'NotAllowed',
  404: 'NotFound',
  409: 'Conflict',
  413: 'TooLarge',
  429: 'TooMany',
  503: 'Unavailable',
};

const descriptions: Record<ErrorStatus, string> = {
  400: 'Invalid request; the message names the parameter or field and what is expected',
  401: 'Missing or invalid credentials',
  403: 'The credentials do not allow this',
  404: 'Not found',
  409: 'Conflict with existing data',
  413: 'The body is larger than the server accepts',
  429: 'Too many requests; `Retry-After` says when to try again',
  503: 'Busy or starting; `Retry-After` says when to try again',
};

const statuses = Object.keys(names).map(Number) as ErrorStatus[];

/** The error responses, by component name. */
export const errorComponents = Object.fromEntries(
  statuses.map(status => [
    names[status],
    {
      description: descriptions[status],
      content: { 'application/json': { schema: ErrorSchema } },
    },
  ]),
);

/** References to {@link errorComponents}, by status. */
export const errorResponses = Object.fromEntries(
  statuses.map(status => [
    status,
    { $ref: `#/components/responses/${names[status]}` },
  ]),
) as Record<ErrorStatus, { $ref: string }>;
