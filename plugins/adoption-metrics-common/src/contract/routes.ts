import { z } from 'zod';
import { Caller } from './callers';
import { choice } from './parameters';

/** Statuses that only some routes can have. @public */
export type DeclaredError = 404 | 409 | 429;

/** Sections of the API documentation. @public */
export type RouteTag =
  | 'Scorecard'
  | 'Active users'
  | 'Page load'
  | 'Uptime'
  | 'Catalog'
  | 'Deadline'
  | 'Decision'
  | 'Portals'
  | 'Alerts'
  | 'People'
  | 'Collection'
  | 'API';

/** The action for assistants that calls a route. @public */
export interface ActionOfRoute {
  /** In kebab case. Must not change after a release. */
  name: string;
  title: string;
  /** Tells an assistant when to use it, and how to read the response. */
  description: string;
}

/** One route of the REST API below `/v1`. @public */
export interface RouteRow {
  /** The `operationId`. */
  id: string;
  tag: RouteTag;
  summary: string;
  /** Details that are not in the summary. */
  description?: string;
  caller: Caller;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /**
   * Validated instead of `body`, if the handler validates its items one by one.
   */
  envelope?: z.ZodType;
  /** Whether the body can be a table of up to 32 MB. */
  largeBody?: true;
  /** Whether `text/csv` is accepted as well, and read as `{ csv }`. */
  csvBody?: true;
  answer: z.ZodType;
  /** Whether the response is also available as CSV. */
  csv?: true;
  errors?: readonly DeclaredError[];
  /** The audit event, for acts. */
  audit?: { eventId: string; severity: 'low' | 'medium' | 'high' };
  /**
   * Whether to respond with 304 if nothing but the time of computation has
   * changed.
   */
  conditional?: true;
  /** Whether the regular response can have status 503. */
  unavailable?: true;
  /** The action for assistants; for reads only. */
  action?: ActionOfRoute;
  example?: {
    params?: object;
    query?: object;
    body?: object;
    answer?: object;
  };
}

/** @public */
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/** Rows by method and path, such as `GET /metrics/{id}`. @public */
export type RouteRows = Record<`${Method} /${string}`, RouteRow>;

/** Preserves the types of rows. @public */
export function defineRoutes<const Rows extends RouteRows>(rows: Rows): Rows {
  return rows;
}

const nothing = z.strictObject({});
const format = choice(['json', 'csv'])
  .default('json')
  .describe('`Accept: text/csv` asks for CSV as well');

/** The schema of a route's query. @public */
export function querySchemaOf({ query = nothing, csv }: RouteRow): z.ZodObject {
  return csv ? query.extend({ format }) : query;
}

/** The schema of a route's path parameters. @public */
export function paramsSchemaOf({ params = nothing }: RouteRow): z.ZodObject {
  return params;
}

/** The method and path of a route. @public */
export function methodAndPath(key: string): { method: string; path: string } {
  const [method, path] = key.split(' ');
  return { method, path };
}
