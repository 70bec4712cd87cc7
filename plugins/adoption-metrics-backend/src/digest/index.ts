export { actionOf, lastDayOf, missed, type MoreActions } from './actions';
export * from './config';
export * from './createDigest';
export type { DigestFacts } from './DigestFacts';
export { metricsWithChange } from './metricsWithChange';
