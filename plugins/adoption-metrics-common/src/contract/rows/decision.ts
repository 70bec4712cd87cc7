import { reader } from '../callers';
import { defineRoutes } from '../routes';
import { DecisionChecklistSchema } from '../schemas';

/** What to do when the deadline has come. */
export const decisionRoutes = defineRoutes({
  'GET /decision/checklist': {
    id: 'getDecisionChecklist',
    tag: 'Decision',
    summary: 'What was done for a portal that is stuck, and what is open',
    caller: reader,
    answer: DecisionChecklistSchema,
  },
});
