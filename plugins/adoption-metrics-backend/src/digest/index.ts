export { during, missed, type MoreActions } from './actions';
export { changeOf } from './changeOf';
export * from './config';
export * from './createDigest';
export type { DigestFacts } from './DigestFacts';
