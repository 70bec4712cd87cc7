import { z } from 'zod';
import { DeadlineSummarySchema } from './deadline';
import { ScorecardSchema } from './scorecard';

/** @public */
export const OverviewSchema = z.object({
  scorecard: ScorecardSchema,
  deadline: DeadlineSummarySchema,
});

/**
 * What the homepage card shows: the response of `GET /v1/overview`.
 *
 * @public
 */
export type Overview = z.infer<typeof OverviewSchema>;
