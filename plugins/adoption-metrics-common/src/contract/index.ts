/**
 * The contract of the REST API: its routes, their schemas, and the OpenAPI
 * document made from them; and the configuration that the frontend reads.
 *
 * @packageDocumentation
 */
export { accepting, acceptedBy } from './accepted';
export * from './callers';
export * from './collectorConfig';
export * from './contract';
export * from './explain';
export * from './openapi';
export * from './parameters';
export * from './routes';
export * from './schemas';
export * from './types';
