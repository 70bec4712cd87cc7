import { z } from 'zod';
import { DaySchema, ErrorSchema } from '../schemas';

/** @public */
export interface OpenApiOperation {
  operationId: string;
  summary: string;
  parameters?: object[];
  requestBody?: object;
  /** Empty where no credentials are needed. */
  security?: object[];
  responses: Record<string, { description: string; content?: object }>;
}

/** Operations by path and method. @public */
export type OpenApiPaths = Record<string, Record<string, OpenApiOperation>>;

type ErrorStatus = keyof typeof errorDescriptions;

const errorDescriptions = {
  400: 'The request names a field that is wrong, and what is accepted',
  401: 'No credentials, or not accepted ones',
  403: 'The credentials do not allow this',
  404: 'There is nothing of that name',
  409: 'It contradicts what is there already',
  413: 'The body is larger than the server accepts',
  503: 'Busy or starting; `Retry-After` says when to try again',
} as const;

/** A body or an answer in JSON. */
export function json(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema, ...shape } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: shape } };
}

/** What a request has to bring. */
export function body(schema: z.ZodType) {
  return { required: true, content: json(schema, 'input') };
}

/** An answer that may be had as JSON or CSV. */
export function jsonOrCsv(schema: z.ZodType) {
  return { ...json(schema), 'text/csv': { schema: { type: 'string' } } };
}

/** @param errors - besides the database being away, which any answer may meet */
export function answer(
  description: string,
  content: object,
  errors: ErrorStatus[],
) {
  const statuses = [...new Set<ErrorStatus>([...errors, 503])];
  const failures = statuses.map(status => [
    status,
    { description: errorDescriptions[status], content: json(ErrorSchema) },
  ]);
  return { 200: { description, content }, ...Object.fromEntries(failures) };
}

export function queryParameter(
  name: string,
  schema: object,
  description: string,
) {
  return { name, in: 'query', required: false, schema, description };
}

const day = json(DaySchema)['application/json'].schema;

/** `from` and `to`, half-open. */
export function dayParameters(defaultFrom: string) {
  return [
    queryParameter('from', day, `First day; default ${defaultFrom}`),
    queryParameter('to', day, 'Day after the last; default today'),
  ];
}

export const formatParameter = queryParameter(
  'format',
  { type: 'string', enum: ['json', 'csv'] },
  'Default `json`; `Accept: text/csv` asks for CSV as well',
);
