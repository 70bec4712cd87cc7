import { z } from 'zod';
import { optionOrders } from '../../../vocabulary/options';
import { decisionReader } from '../../callers';
import { choice } from '../../parameters';
import { defineRoutes } from '../../routes';
import { DecisionOptionsSchema } from '../../schemas';

/** Options, and which of them fits. */
export const optionRoutes = defineRoutes({
  'GET /decision/options': {
    id: 'getDecisionOptions',
    tag: 'Decision',
    summary: 'The options of the decision side by side, and which one fits',
    caller: decisionReader,
    query: z.strictObject({
      sort: choice(optionOrders)
        .default('rank')
        .describe('Sort order: best fit, lowest, or soonest first'),
    }),
    answer: DecisionOptionsSchema,
    csv: true,
    action: {
      name: 'get-decision-options',
      title: 'Compare the options of the decision',
      description:
        'Whether to stay with the portal or to move, and every option with what it takes, whether that is met, time to value, and expected users. Published numbers are unverified. Answer `unknown` requirements first; an option with unknown requirements does not count as fitting.',
    },
  },
});
