export * from './document';
export { describeCaller, errorStatusesOf } from './operation';
