import { reader } from '../../callers';
import { defineRoutes } from '../../routes';
import { DecisionChecklistSchema } from '../../schemas';

/** How far a portal has come that is stuck. */
export const checklistRoutes = defineRoutes({
  'GET /decision/checklist': {
    id: 'getDecisionChecklist',
    tag: 'Decision',
    summary: 'What was done for a portal that is stuck, and what is open',
    caller: reader,
    answer: DecisionChecklistSchema,
    action: {
      name: 'get-decision-checklist',
      title: 'Read the checklist for a portal that is stuck',
      description:
        'Which steps against low adoption were taken and which are open, and which conditions a portal needs to succeed are met. Published numbers come with their source.',
    },
  },
});
