import { reader } from '../../callers';
import { defineRoutes } from '../../routes';
import { DecisionPlansSchema } from '../../schemas';

/** Published plans, for comparison. */
export const planRoutes = defineRoutes({
  'GET /decision/plans': {
    id: 'getDecisionPlans',
    tag: 'Decision',
    summary: 'Active users compared with published plans that start at launch',
    caller: reader,
    answer: DecisionPlansSchema,
  },
});
