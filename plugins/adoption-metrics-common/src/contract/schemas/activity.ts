import { z } from 'zod';
import {
  activityGranularities,
  activityMeasures,
  breakdownGranularities,
  breakdownStatuses,
  lifecycleGranularities,
  publishedGroupKinds,
  suppressionReasons,
} from '../../vocabulary/activity';
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

/** Of which closed period a breakdown speaks, and whether there is one. */
const closedPeriod = {
  computedAt: InstantSchema,
  timeZone: z.string(),
  granularity: z.enum(breakdownGranularities),
  status: z
    .enum(breakdownStatuses)
    .describe('Without `published` there are no rows'),
  from: DaySchema.nullable().describe('Null while no period is over'),
  to: DaySchema.nullable().describe('Exclusive'),
  minimumGroupSize: count.describe(
    'Fewest people that can be told apart by adding and subtracting groups',
  ),
  population: maybeCount.describe(
    'Developers who count, as of the first day of the four weeks',
  ),
};

/** @public */
export const TeamUseSchema = z.object({
  ...closedPeriod,
  groups: z
    .array(
      z.object({
        id: z.string().describe('Entity ref of a team, or the id of a group'),
        kind: z.enum(publishedGroupKinds),
        name: z.string(),
        parentId: z
          .string()
          .nullable()
          .describe('The published team around it; null at the top'),
        teams: z
          .array(TeamRefSchema)
          .describe('Teams with members in it that have no row of their own'),
        developers: count.describe('As of the first day of the four weeks'),
        active: count.describe('Active on at least one day of the period'),
        share: maybeShare.describe('Null unless the whole period was observed'),
        previousShare: maybeShare.describe('Of the period before'),
      }),
    )
    .describe('A group stands after its parent'),
});

/**
 * Active users by team in a closed period: `GET /v1/activity/teams`. Which
 * groups are published depends on their sizes alone.
 *
 * @public
 */
export type TeamUse = z.infer<typeof TeamUseSchema>;

/** @public */
export const PluginUseSchema = z.object({
  ...closedPeriod,
  plugins: z
    .array(
      z.object({
        id: z.string(),
        people: count,
        previousPeople: maybeCount.describe('In the period before'),
        actions: maybeCount.describe('Deliberate interactions of everybody'),
      }),
    )
    .describe('Most people first'),
});

/**
 * Developers by plugin in a closed period: `GET /v1/activity/plugins`.
 *
 * @public
 */
export type PluginUse = z.infer<typeof PluginUseSchema>;

/** @public */
export const TeamPluginUseSchema = z.object({
  ...closedPeriod,
  cells: z
    .array(
      z.object({
        groupId: z.string().describe('Id of a group of `/activity/teams`'),
        pluginId: z.string(),
        people: count,
      }),
    )
    .describe('Without those of nobody'),
});

/**
 * Developers by published group and plugin in a closed period:
 * `GET /v1/activity/team-plugins`.
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
  measure: z
    .enum(activityMeasures)
    .nullable()
    .describe('Null for a team or a plugin: those active in each period'),
  granularity: z.enum(activityGranularities),
  team: z.string().nullable(),
  plugin: z.string().nullable(),
  points: z.array(SeriesPointSchema),
  status: z
    .enum([...breakdownStatuses, 'pooled'])
    .describe(
      'Of the newest period; `pooled`: the team is only published together with others',
    ),
});

/**
 * The history of active users by measure, team or plugin:
 * `GET /v1/activity/series`.
 *
 * @public
 */
export type ActivitySeries = z.infer<typeof ActivitySeriesSchema>;
