/**
 * The contract of the REST API: its schemas and its OpenAPI document.
 *
 * @packageDocumentation
 */
export * from './openapi';
export * from './schemas';
