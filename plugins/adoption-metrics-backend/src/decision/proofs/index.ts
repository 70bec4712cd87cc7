export * from './createProofs';
export type { PortalActivity } from './PortalActivity';
export { OwnActivity } from './OwnActivity';
export { proofRetention } from './retention';
export { proofTimes } from './times';
