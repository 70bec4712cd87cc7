export { AccessControl } from './AccessControl';
export * from './checkPermissions';
export * from './createHttp';
export * from './createRefusingRouter';
export * from './csv';
export * from './cursors';
export { createErrorHandler } from './errorHandler';
export type {
  Handler,
  HandlerParts,
  RouteContext,
  RouteHandler,
  RouteHandlers,
} from './handlers';
export * from './parseBody';
export * from './ranges';
export * from './refuse';
export { signatureOf } from './signatureOf';
