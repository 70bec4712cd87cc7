import { reader } from '../../callers';
import { defineRoutes } from '../../routes';
import { DecisionChecklistSchema } from '../../schemas';

/** Progress of a portal that is stuck. */
export const checklistRoutes = defineRoutes({
  'GET /decision/checklist': {
    id: 'getDecisionChecklist',
    tag: 'Decision',
    summary: 'Recovery checklist: completed and open steps',
    caller: reader,
    answer: DecisionChecklistSchema,
    action: {
      name: 'get-decision-checklist',
      title: 'Read the recovery checklist',
      description:
        'Which recovery steps are completed or open, and which success conditions are met. Published numbers come with their source.',
    },
  },
});
