import { checklistRoutes } from './checklist';
import { proofRoutes } from './proofs';

/** What to do when the deadline has come. */
export const decisionRoutes = { ...checklistRoutes, ...proofRoutes };
