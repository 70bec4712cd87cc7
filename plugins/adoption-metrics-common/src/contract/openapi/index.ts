export * from './document';
export { describeCaller, errorStatusesOf } from './operation';
export type { ErrorStatus } from './responses';
