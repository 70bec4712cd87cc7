import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { Caller } from '../callers';
import { paramsSchemaOf, querySchemaOf, RouteRow } from '../routes';
import { errorResponses, ErrorStatus } from './responses';

/** Describes a route. */
export function operationOf(row: RouteRow): ZodOpenApiOperationObject {
  const { id, tag, summary, body, csvBody, caller, example } = row;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: descriptionOf(row),
    ...(caller.kind === 'anybody' && { security: [] }),
    requestParams: {
      path: paramsSchemaOf(row),
      query: querySchemaOf(row),
    },
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: body,
            ...(example?.body && { example: example.body }),
          },
          ...(csvBody && {
            'text/csv': { schema: { type: 'string' as const } },
          }),
        },
      },
    }),
    responses: {
      200: successOf(row),
      ...(row.conditional && {
        304: { description: 'Unchanged since the given `ETag`' },
      }),
      ...Object.fromEntries(
        errorStatusesOf(row).map(status => [
          status,
          status === 503 && row.unavailable
            ? { ...successOf(row), description: 'They are not' }
            : errorResponses[status],
        ]),
      ),
    },
  };
}

function successOf({ summary, answer, csv, conditional, example }: RouteRow) {
  return {
    description: summary,
    ...(conditional && {
      headers: {
        ETag: {
          description: 'Of the answer but for its moment',
          schema: { type: 'string' as const },
        },
      },
    }),
    content: {
      'application/json': {
        schema: answer,
        ...(example?.answer && { example: example.answer }),
      },
      ...(csv && { 'text/csv': { schema: { type: 'string' as const } } }),
    },
  };
}

/** All error statuses of a route, in order. @public */
export function errorStatusesOf(row: RouteRow): ErrorStatus[] {
  const { caller, body, errors = [] } = row;
  const refusals: ErrorStatus[] = caller.kind === 'anybody' ? [] : [401, 403];
  const tooLarge: ErrorStatus[] = body ? [413] : [];
  return [400, ...refusals, ...errors, ...tooLarge, 503].sort(
    (a, b) => a - b,
  ) as ErrorStatus[];
}

function descriptionOf({ description, caller }: RouteRow): string {
  return [description, describeCaller(caller)].filter(Boolean).join('\n\n');
}

/** Describes who can call a route. @public */
export function describeCaller(caller: Caller): string {
  switch (caller.kind) {
    case 'anybody':
      return 'No credentials required.';
    case 'authenticated':
      return 'For signed-in users and services.';
    case 'signedIn':
      return 'For signed-in users, about themselves.';
    case 'observer':
      return `For services whose token allows \`${caller.permission.name}\`.`;
    case 'reader':
      return `Needs \`${caller.permission.name}\`.`;
    default:
      return `Requires \`${caller.permission.name}\` where permissions are enabled, or a place in \`adoptionMetrics.administrators\`.`;
  }
}
