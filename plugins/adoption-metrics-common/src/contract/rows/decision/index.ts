import { checklistRoutes } from './checklist';

/** What to do when the deadline has come. */
export const decisionRoutes = { ...checklistRoutes };
