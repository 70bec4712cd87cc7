import { z } from 'zod';
import {
  activityMeasures,
  lifecycleGranularities,
  suppressionReasons,
} from '../../vocabulary/activity';
import { granularities } from '../../vocabulary/series';
import { DaySchema, InstantSchema } from './common';
import { TeamRefSchema } from './people';
import { SeriesPointSchema } from './series';

const count = z.number().int();
const maybeCount = z.number().int().nullable();
const maybeShare = z.number().nullable();

const window = {
  computedAt: InstantSchema,
  timeZone: z.string(),
  from: DaySchema,
  to: DaySchema.describe('Exclusive'),
};

const SuppressedSchema = z
  .enum(suppressionReasons)
  .optional()
  .describe('Why the numbers are not shown');

/** @public */
export const TeamUseSchema = z.object({
  ...window,
  minimumGroupSize: count.describe('Fewest people of whom a row may speak'),
  teams: z.array(
    TeamRefSchema.extend({
      parentId: z.string().nullable(),
      developers: count,
      active: maybeCount.describe('Active on at least one day of the window'),
      share: maybeShare,
      previousShare: maybeShare.describe('Of the window before'),
      suppressed: SuppressedSchema,
    }),
  ),
});

/**
 * Active users by team over 28 closed days: `GET /v1/activity/teams`.
 *
 * @public
 */
export type TeamUse = z.infer<typeof TeamUseSchema>;

/** @public */
export const PluginUseSchema = z.object({
  ...window,
  minimumGroupSize: count,
  plugins: z.array(
    z.object({
      id: z.string(),
      people: maybeCount,
      previousPeople: maybeCount,
      actions: maybeCount.describe('Deliberate interactions'),
      suppressed: SuppressedSchema,
    }),
  ),
});

/**
 * People by plugin over 28 closed days: `GET /v1/activity/plugins`.
 *
 * @public
 */
export type PluginUse = z.infer<typeof PluginUseSchema>;

/** @public */
export const TeamPluginUseSchema = z.object({
  ...window,
  minimumGroupSize: count,
  cells: z.array(
    z.object({ teamId: z.string(), pluginId: z.string(), people: count }),
  ),
});

/**
 * People by team and plugin, of teams without teams below them, over 28 closed
 * days; only cells at or over the minimum: `GET /v1/activity/team-plugins`.
 *
 * @public
 */
export type TeamPluginUse = z.infer<typeof TeamPluginUseSchema>;

/** @public */
export const LifecycleSchema = z.object({
  ...window,
  granularity: z.enum(lifecycleGranularities),
  periods: z.array(
    z.object({
      from: DaySchema,
      to: DaySchema.describe('Exclusive'),
      developers: maybeCount,
      active: maybeCount.describe('New, returning and reactivated together'),
      new: maybeCount.describe('Active for the first time ever'),
      returning: maybeCount.describe('Active in the period before as well'),
      reactivated: maybeCount.describe(
        'Active before, but not in the period before',
      ),
      lapsed: maybeCount.describe('Active in the period before, not in this'),
      neverSeen: maybeCount.describe('Developers who were never active'),
    }),
  ),
});

/**
 * How developers come, stay and go, by closed week or month:
 * `GET /v1/activity/lifecycle`.
 *
 * @public
 */
export type Lifecycle = z.infer<typeof LifecycleSchema>;

/** @public */
export const CohortsSchema = z.object({
  ...window,
  minimumGroupSize: count,
  cohorts: z.array(
    z.object({
      week: DaySchema.describe('Monday of the week of first use'),
      size: maybeCount.describe('People first active in that week'),
      suppressed: SuppressedSchema,
      weeks: z
        .array(
          z.object({
            after: count.describe('Weeks after the first, from 0'),
            active: maybeCount,
            share: maybeShare,
          }),
        )
        .describe('Closed weeks only'),
    }),
  ),
});

/**
 * Retention by week of first use: `GET /v1/activity/cohorts`.
 *
 * @public
 */
export type Cohorts = z.infer<typeof CohortsSchema>;

/** @public */
export const OnboardingSchema = z.object({
  ...window,
  minimumGroupSize: count,
  months: z.array(
    z.object({
      month: DaySchema.describe('First day of the month of joining'),
      joined: count.describe('Developers who joined in that month'),
      used: maybeCount.describe('Those who have used the portal since'),
      within7Days: maybeCount,
      within30Days: maybeCount,
      medianDays: z
        .number()
        .nullable()
        .describe(
          'Median days from joining to first use, those without use counted as infinite; null while that is not finite',
        ),
      suppressed: SuppressedSchema,
    }),
  ),
});

/**
 * Days from joining the organization to first use, by month of joining:
 * `GET /v1/activity/onboarding`.
 *
 * @public
 */
export type Onboarding = z.infer<typeof OnboardingSchema>;

/** @public */
export const ActivitySeriesSchema = z.object({
  ...window,
  measure: z.enum(activityMeasures),
  granularity: z.enum(granularities),
  team: z.string().nullable(),
  plugin: z.string().nullable(),
  points: z.array(SeriesPointSchema),
  suppressed: SuppressedSchema,
});

/**
 * The history of active users by measure, team or plugin:
 * `GET /v1/activity/series`.
 *
 * @public
 */
export type ActivitySeries = z.infer<typeof ActivitySeriesSchema>;
