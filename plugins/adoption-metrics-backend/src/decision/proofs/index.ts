export * from './createProofs';
export type { PortalActivity } from './PortalActivity';
export { proofRetention } from './retention';
export { proofTimes } from './times';
