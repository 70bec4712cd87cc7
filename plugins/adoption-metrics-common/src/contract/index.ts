/**
 * The contract of the REST API: its schemas and its OpenAPI document; and the
 * configuration that the frontend reads.
 *
 * @packageDocumentation
 */
export * from './collectorConfig';
export * from './openapi';
export * from './schemas';
