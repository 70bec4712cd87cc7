import { z } from 'zod';
import type { contract } from './contract';

/** The table of all routes. @public */
export type Contract = typeof contract;

/** A route by method and path, such as `GET /scorecard`. @public */
export type RouteKey = keyof Contract;

/** A route whose answer may be had as a table. @public */
export type CsvRouteKey = {
  [K in RouteKey]: Contract[K] extends { csv: true } ? K : never;
}[RouteKey];

/** The schema of a part of a route, or `never` where it has none. @public */
export type SchemaOf<
  K extends RouteKey,
  Part extends string,
> = Contract[K] extends Record<Part, infer Schema extends z.ZodType>
  ? Schema
  : never;

/** What a schema takes; nothing where there is none. @public */
export type InputOf<Schema> = [Schema] extends [never]
  ? Record<string, never>
  : z.input<Schema>;

/** What a schema makes of that. @public */
export type OutputOf<Schema> = [Schema] extends [never]
  ? Record<string, never>
  : z.output<Schema>;

/** What stands in the path of a route. @public */
export type ParamsOf<K extends RouteKey> = InputOf<SchemaOf<K, 'params'>>;

/** What may stand in the query of a route, without `format`. @public */
export type QueryOf<K extends RouteKey> = InputOf<SchemaOf<K, 'query'>>;

/** What is sent to a route. @public */
export type BodyOf<K extends RouteKey> = InputOf<SchemaOf<K, 'body'>>;

/** What a route answers in JSON. @public */
export type AnswerOf<K extends RouteKey> = z.output<Contract[K]['answer']>;

/** {@link ParamsOf} once it was read. @public */
export type ParsedParamsOf<K extends RouteKey> = OutputOf<
  SchemaOf<K, 'params'>
>;

/** {@link QueryOf} once it was read, with defaults. @public */
export type ParsedQueryOf<K extends RouteKey> = OutputOf<SchemaOf<K, 'query'>>;

/** {@link BodyOf} once it was read; of the envelope where there is one. @public */
export type ParsedBodyOf<K extends RouteKey> = [
  SchemaOf<K, 'envelope'>,
] extends [never]
  ? OutputOf<SchemaOf<K, 'body'>>
  : OutputOf<SchemaOf<K, 'envelope'>>;

/** What kind of caller a route is for. @public */
export type CallerKindOf<K extends RouteKey> = Contract[K]['caller']['kind'];
