/**
 * Types, permissions and terms shared by the Adoption Metrics plugins. Nothing
 * here loads zod: schemas, routes and the OpenAPI document are at `/contract`.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './format';
export * from './metrics';
export * from './permissions';
export * from './vocabulary';
export * from './wording';
export type * from './contract/schemas';
export type {
  AnswerOf,
  BodyOf,
  Contract,
  CsvRouteKey,
  InputOf,
  OutputOf,
  ParamsOf,
  QueryOf,
  RouteKey,
  SchemaOf,
} from './contract/types';
