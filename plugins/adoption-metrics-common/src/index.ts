/**
 * Types, permissions and API schema shared by the Adoption Metrics plugins.
 *
 * @packageDocumentation
 */
export * from './metrics';
export * from './permissions';
export * from './openapi';
export * from './schemas';
