export * from './config';
export * from './createDecision';
export { proofRetention, proofTimes } from './proofs';
