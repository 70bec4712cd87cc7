import { z } from 'zod';
import type { contract } from './contract';

/** The type of the contract. @public */
export type Contract = typeof contract;

/** A route by method and path, such as `GET /scorecard`. @public */
export type RouteKey = keyof Contract;

/** A route whose response is available as CSV. @public */
export type CsvRouteKey = {
  [K in RouteKey]: Contract[K] extends { csv: true } ? K : never;
}[RouteKey];

/** The schema of a part of a route; `never` without one. @public */
export type SchemaOf<
  K extends RouteKey,
  Part extends string,
> = Contract[K] extends Record<Part, infer Schema extends z.ZodType>
  ? Schema
  : never;

/** The input type of a schema; undefined without one. @public */
export type InputOf<Schema> = [Schema] extends [never]
  ? Record<string, never>
  : z.input<Schema>;

/** The output type of a schema; undefined without one. @public */
export type OutputOf<Schema> = [Schema] extends [never]
  ? Record<string, never>
  : z.output<Schema>;

/** Path parameters of a route. @public */
export type ParamsOf<K extends RouteKey> = InputOf<SchemaOf<K, 'params'>>;

/** Query parameters of a route, without `format`. @public */
export type QueryOf<K extends RouteKey> = InputOf<SchemaOf<K, 'query'>>;

/** The request body of a route. @public */
export type BodyOf<K extends RouteKey> = InputOf<SchemaOf<K, 'body'>>;

/** The JSON response of a route. @public */
export type AnswerOf<K extends RouteKey> = z.output<Contract[K]['answer']>;

/**
 * {@link ParamsOf} after parsing.
 *
 * @public
 */
export type ParsedParamsOf<K extends RouteKey> = OutputOf<
  SchemaOf<K, 'params'>
>;

/**
 * {@link QueryOf} after parsing, with defaults.
 *
 * @public
 */
export type ParsedQueryOf<K extends RouteKey> = OutputOf<SchemaOf<K, 'query'>>;

/**
 * {@link BodyOf} after parsing; of the envelope if there is one.
 *
 * @public
 */
export type ParsedBodyOf<K extends RouteKey> = [
  SchemaOf<K, 'envelope'>,
] extends [never]
  ? OutputOf<SchemaOf<K, 'body'>>
  : OutputOf<SchemaOf<K, 'envelope'>>;

/** The kind of caller that a route is for. @public */
export type CallerKindOf<K extends RouteKey> = Contract[K]['caller']['kind'];
