export { answerTimes } from './answers';
export * from './config';
export * from './createDecision';
export { proofRetention, proofTimes } from './proofs';
export { numberTimes } from './published';
