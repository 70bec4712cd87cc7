import { z } from 'zod';
import { optionOrders } from '../../../vocabulary/options';
import { decisionReader } from '../../callers';
import { choice } from '../../parameters';
import { defineRoutes } from '../../routes';
import { DecisionOptionsSchema } from '../../schemas';

/** Which options there are, and which of them fits. */
export const optionRoutes = defineRoutes({
  'GET /decision/options': {
    id: 'getDecisionOptions',
    tag: 'Decision',
    summary: 'The options of the decision side by side, and which one fits',
    caller: decisionReader,
    query: z.strictObject({
      sort: choice(optionOrders)
        .default('rank')
        .describe('What fits best comes first, or what is least or soonest'),
    }),
    answer: DecisionOptionsSchema,
    csv: true,
    action: {
      name: 'get-decision-options',
      title: 'Compare the options of the decision',
      description:
        'Whether to stay with the portal or to move, and every option with what it takes, whether that is met, when it is of value and who would use it. Published numbers are unverified. `unknown` requirements have to be answered first; an option whose requirements are unknown does not fit.',
    },
  },
});
