export { answerTimes } from './answers';
export * from './config';
export * from './createDecision';
export { moneyTimes } from './money';
export {
  PortalImporter,
  portalRetention,
  portalTimes,
  type ImportedPortalDay,
} from './portals';
export { proofRetention, proofTimes } from './proofs';
export { numberTimes } from './published';
