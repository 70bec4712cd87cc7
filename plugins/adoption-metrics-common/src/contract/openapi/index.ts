export * from './document';
export type { OpenApiOperation, OpenApiPaths } from './operations';
