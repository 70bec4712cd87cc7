import { InputError } from '@backstage/errors';
import {
  explain,
  paramsSchemaOf,
  querySchemaOf,
  RequestPart,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { Request } from 'express';
import { z } from 'zod';

/** A request, parsed by the contract. */
export interface ReadRequest {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

/** Parses requests of one route. */
type RequestReader = (req: Request) => ReadRequest;

/** The parameters of a URL, as text. */
export interface WrittenUrl {
  params: Record<string, string>;
  query: Record<string, string>;
}

/**
 * Creates a parser for requests of a route. It rejects unknown and invalid
 * input with an `InputError` that names it, and says what is accepted.
 */
export function createRequestReader(row: RouteRow): RequestReader {
  const readUrl = createUrlReader(row);
  const body = row.envelope ?? row.body;
  return req => {
    const url = readUrl({ params: req.params, query: readQuery(req) });
    return { ...url, body: body && read(body, bodyOf(req, row), 'body') };
  };
}

/** Like {@link createRequestReader}, for requests without a body. */
export function createUrlReader(
  row: RouteRow,
): (url: WrittenUrl) => Omit<ReadRequest, 'body'> {
  const schemas = { path: paramsSchemaOf(row), query: querySchemaOf(row) };
  return ({ params, query }) => ({
    params: read(schemas.path, params, 'path') as Record<string, unknown>,
    query: read(schemas.query, query, 'query') as Record<string, unknown>,
  });
}

function read(schema: z.ZodType, given: unknown, part: RequestPart): unknown {
  const result = schema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new InputError(explain(issue, { part, schema, given }));
  }
  return result.data;
}

// Express parses `a[b]=1` and `a=1&a=2` into objects and arrays. Here, names
// are taken literally and must not repeat.
function readQuery(req: Request): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of searchOf(req)) {
    if (name in query) {
      throw new InputError(`'${name}' is given twice; expected one value`);
    }
    query[name] = value;
  }
  return { ...query };
}

function searchOf({ originalUrl }: Request): URLSearchParams {
  const start = originalUrl.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : originalUrl.slice(start));
}

// Without a body, express.json() sets an empty object, or nothing at all.
function bodyOf(req: Request, { csvBody }: RouteRow): unknown {
  if (csvBody && req.is('text/csv')) {
    return { csv: typeof req.body === 'string' ? req.body : '' };
  }
  if (req.is('json') === false) {
    throw new InputError(
      csvBody
        ? "the body is neither JSON nor CSV; expected the content types 'application/json' and 'text/csv'"
        : "the body is not JSON; expected the content type 'application/json'",
    );
  }
  return req.body;
}
