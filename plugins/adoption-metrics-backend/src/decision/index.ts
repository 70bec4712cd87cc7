export { answerTimes } from './answers';
export * from './config';
export * from './createDecision';
export { moneyTimes } from './money';
export { portalRetention, portalTimes } from './portals';
export { proofRetention, proofTimes } from './proofs';
export { numberTimes } from './published';
