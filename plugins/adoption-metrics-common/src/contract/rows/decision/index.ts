import { answerRoutes } from './answers';
import { checklistRoutes } from './checklist';
import { moneyRoutes } from './money';
import { numberRoutes } from './numbers';
import { proofRoutes } from './proofs';

/** What to do when the deadline has come. */
export const decisionRoutes = {
  ...numberRoutes,
  ...answerRoutes,
  ...checklistRoutes,
  ...moneyRoutes,
  ...proofRoutes,
};
