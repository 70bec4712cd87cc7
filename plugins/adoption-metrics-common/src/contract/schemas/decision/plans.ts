import { z } from 'zod';
import { DaySchema, InstantSchema } from '../common';
import { NumberSourceSchema } from './numbers';

const share = z.number().min(0).max(1);

/** @public */
export const PublishedPlanSchema = z.object({
  id: z.string(),
  title: z.string(),
  source: NumberSourceSchema.describe('Who has published it'),
  milestones: z
    .array(z.object({ day: DaySchema, share }))
    .describe('Active users on days, the earliest first'),
  expected: share
    .nullable()
    .describe('By the last closed week; null while it is unknown'),
  monthsAhead: z
    .number()
    .nullable()
    .describe('Months by which active users are ahead of it, or behind'),
});

/** A published plan, beside what was measured. @public */
export type PublishedPlan = z.infer<typeof PublishedPlanSchema>;

/** @public */
export const DecisionPlansSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  launchedOn: DaySchema.nullable().describe(
    'From when on plans count: as configured, or imported with a history; null if neither',
  ),
  plans: z
    .array(PublishedPlanSchema)
    .describe('Empty while the launch day is unknown'),
});

/**
 * What published plans would have by now: the answer of
 * `GET /v1/decision/plans`.
 *
 * @public
 */
export type DecisionPlans = z.infer<typeof DecisionPlansSchema>;
