import { answerRoutes } from './answers';
import { checklistRoutes } from './checklist';
import { moneyRoutes } from './money';
import { choiceRoutes } from './choices';
import { numberRoutes } from './numbers';
import { optionRoutes } from './options';
import { portalRoutes } from './portals';
import { planRoutes } from './plans';
import { proofRoutes } from './proofs';
import { reportRoutes } from './report';

/** Options, costs, and the decision at the deadline. */
export const decisionRoutes = {
  ...numberRoutes,
  ...answerRoutes,
  ...checklistRoutes,
  ...moneyRoutes,
  ...optionRoutes,
  ...choiceRoutes,
  ...planRoutes,
  ...proofRoutes,
  ...portalRoutes,
  ...reportRoutes,
};
