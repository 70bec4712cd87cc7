import { z } from 'zod';
import { accepting } from '../../accepted';
import { reader } from '../../callers';
import { defineRoutes } from '../../routes';
import { AdoptionReportSchema } from '../../schemas';

const period = accepting(
  z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2]|Q[1-4])$/),
  'months and quarters such as 2026-11 and 2026-Q4',
);

/** The report for leadership, on two pages. */
export const reportRoutes = defineRoutes({
  'GET /report': {
    id: 'getReport',
    tag: 'Decision',
    summary: 'Report for leadership on a month or quarter, with the decision',
    description:
      'Money and options are null for callers without `adoption-metrics.decision.read`; `withheld` says so.',
    caller: reader,
    query: z.strictObject({
      period: period
        .optional()
        .describe('A past month or quarter; default the last closed month'),
    }),
    answer: AdoptionReportSchema,
    action: {
      name: 'get-report',
      title: 'Read the report for leadership',
      description:
        'Everything leadership needs to decide about this developer portal, for a month or a quarter: verdict, four metrics, deadline, what was tried, and, for those who may see them, money, options, readiness and recommendation, and what was decided. Metrics are of `asOf`; money, options and the decision are of `today`.',
    },
    example: { query: { period: '2026-10' } },
  },
});
