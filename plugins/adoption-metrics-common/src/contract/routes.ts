import { z } from 'zod';
import { Caller } from './callers';
import { choice } from './parameters';

/** Statuses that a route may answer beside those that any of its kind may. @public */
export type DeclaredError = 404 | 409 | 429;

/** The parts of the API, as its documentation is divided. @public */
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

/** How a read is offered to assistants. @public */
export interface ActionOfRoute {
  /** In kebab case; a public name once released. */
  name: string;
  title: string;
  /** Tells an assistant when to use it, and how to read what it answers. */
  description: string;
}

/** One route of the REST API below `/v1`. @public */
export interface RouteRow {
  /** The `operationId`. */
  id: string;
  tag: RouteTag;
  summary: string;
  /** What the summary leaves out. */
  description?: string;
  caller: Caller;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Checked instead of `body` where the rest is judged piece by piece. */
  envelope?: z.ZodType;
  /** Whether the body may be a whole table, of up to 32 MB. */
  largeBody?: true;
  /** Whether a body of `text/csv` is taken too, and read as `{ csv }`. */
  csvBody?: true;
  answer: z.ZodType;
  /** Whether the answer may be had as a table too. */
  csv?: true;
  errors?: readonly DeclaredError[];
  /** What the audit log says of it; for acts. */
  audit?: { eventId: string; severity: 'low' | 'medium' | 'high' };
  /** Whether an answer that is unchanged but for its moment is 304. */
  conditional?: true;
  /** Whether the answer may come with 503, too. */
  unavailable?: true;
  /** What assistants may call it as; for reads only. */
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

/** Keeps the types of rows. @public */
export function defineRoutes<const Rows extends RouteRows>(rows: Rows): Rows {
  return rows;
}

const nothing = z.strictObject({});
const format = choice(['json', 'csv'])
  .default('json')
  .describe('`Accept: text/csv` asks for CSV as well');

/** Everything that the query of a route may hold. @public */
export function querySchemaOf({ query = nothing, csv }: RouteRow): z.ZodObject {
  return csv ? query.extend({ format }) : query;
}

/** Everything that the path of a route holds. @public */
export function paramsSchemaOf({ params = nothing }: RouteRow): z.ZodObject {
  return params;
}

/** Method and path of a key. @public */
export function methodAndPath(key: string): { method: string; path: string } {
  const [method, path] = key.split(' ');
  return { method, path };
}
