import { z } from 'zod';
import {
  actionKinds,
  activityGranularities,
  activityMeasures,
  attributeGroupKinds,
  breakdownGranularities,
  breakdownStatuses,
  pluginSurfaces,
  pluginUses,
  publishedGroupKinds,
  suppressionReasons,
  unknownUseReasons,
} from '../../vocabulary/activity';
import { DaySchema, InstantSchema } from './common';
import { TeamRefSchema } from './people';
import { SeriesPointSchema } from './series';
import { worded } from './wording';

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

const StatusSchema = z
  .enum(breakdownStatuses)
  .describe('Without `published` there are no rows');

/** The closed period of a breakdown, and whether there is one. */
const closedPeriod = {
  computedAt: InstantSchema,
  timeZone: z.string(),
  granularity: z.enum(breakdownGranularities),
  status: StatusSchema,
  from: DaySchema.nullable().describe('Null while no period is over'),
  to: DaySchema.nullable().describe('Exclusive'),
  minimumGroupSize: count.describe(
    'Smallest group of people that adding and subtracting groups can reveal',
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
        wording: worded('name'),
        parentId: z
          .string()
          .nullable()
          .describe('The published team around it; null at the top'),
        teams: z
          .array(TeamRefSchema)
          .describe('Teams with members in it that have no row of their own'),
        developers: count.describe('As of the first day of the four weeks'),
        active: maybeCount.describe(
          'Active on at least one day of the period; null if nothing was observed',
        ),
        share: maybeShare.describe('Null unless the whole period was observed'),
        previousShare: maybeShare.describe('Of the period before'),
      }),
    )
    .describe('Parents before their children'),
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
        actions: maybeCount.describe('Deliberate interactions of everyone'),
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
    .describe('Without teams that have no users'),
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
  granularity: z.enum(breakdownGranularities),
  minimumGroupSize: count.describe('Half of the fewest developers it takes'),
  status: StatusSchema,
  periods: z.array(
    z.object({
      from: DaySchema,
      to: DaySchema.describe('Exclusive'),
      developers: maybeCount.describe(
        'As of the first day of the four weeks that it lies in; the other numbers are about them',
      ),
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
 * New, returning, and lapsed users by closed week or four weeks:
 * `GET /v1/activity/lifecycle`.
 *
 * @public
 */
export type Lifecycle = z.infer<typeof LifecycleSchema>;

const rangeOfJoining = {
  from: DaySchema.describe('A Monday'),
  to: DaySchema.describe('Exclusive'),
};

/** @public */
export const CohortsSchema = z.object({
  ...window,
  minimumGroupSize: count.describe('Fewest people who share a range'),
  status: StatusSchema,
  cohorts: z
    .array(
      z.object({
        ...rangeOfJoining,
        people: maybeCount.describe(
          'Developers who joined from `from` to before `to`, as of its end',
        ),
        suppressed: SuppressedSchema,
        periods: z
          .array(
            z.object({
              period: count.describe(
                '1 for the first 30 days since each of them joined, 2 for the next',
              ),
              people: maybeCount.describe('Those who are developers still'),
              active: maybeCount,
              share: maybeShare,
              suppressed: SuppressedSchema,
            }),
          )
          .describe('Those that are over for everyone'),
      }),
    )
    .describe('Ranges of joining dates that share no day'),
});

/**
 * Retention by time of joining: `GET /v1/activity/cohorts`.
 *
 * @public
 */
export type Cohorts = z.infer<typeof CohortsSchema>;

const withinDays = (days: number) =>
  maybeCount.describe(
    `Those who used the portal within ${days} days of joining; null until everyone has had them`,
  );

/** @public */
export const OnboardingSchema = z.object({
  ...window,
  minimumGroupSize: count.describe('Fewest people who share a range'),
  status: StatusSchema,
  ranges: z
    .array(
      z.object({
        ...rangeOfJoining,
        joined: maybeCount.describe(
          'Developers who joined from `from` to before `to`, as of its end',
        ),
        within7Days: withinDays(7),
        within30Days: withinDays(30),
        within90Days: withinDays(90),
        medianDays: z
          .number()
          .nullable()
          .describe(
            'Median days from joining to first use; null until half of them have used the portal',
          ),
        suppressed: SuppressedSchema,
      }),
    )
    .describe('Ranges of joining dates that share no day'),
});

/**
 * Days from joining the organization to first use, by time of joining:
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
    .describe(
      'Null for a team, plugin, action or attribute: those active in each period',
    ),
  granularity: z.enum(activityGranularities),
  team: z.string().nullable(),
  plugin: z.string().nullable(),
  action: z.enum(actionKinds).nullable(),
  attribute: z.string().nullable(),
  group: z.string().nullable().describe('Of the attribute'),
  points: z.array(SeriesPointSchema),
  status: z
    .enum([...breakdownStatuses, 'pooled'])
    .describe(
      'Of the newest period; `pooled`: the team or group is only published together with others',
    ),
});

/**
 * The history of active users by measure, team, plugin, action or attribute:
 * `GET /v1/activity/series`.
 *
 * @public
 */
export type ActivitySeries = z.infer<typeof ActivitySeriesSchema>;

/** @public */
export const ActionUseSchema = z.object({
  ...closedPeriod,
  actions: z
    .array(
      z.object({
        id: z.enum(actionKinds),
        firstSeenOn: DaySchema.nullable().describe(
          'First day on which it was reported, as far back as counts are kept; null if it was never reported, because no one did it or this portal does not report it',
        ),
        uses: maybeCount.describe(
          'How often everyone did it; null while it was never reported',
        ),
        previousUses: maybeCount.describe('In the period before'),
        people: maybeCount.describe('Developers who did it'),
        previousPeople: maybeCount.describe('In the period before'),
      }),
    )
    .describe('One for each kind of action'),
});

/**
 * Template runs, documents read, and searches in a closed period: `GET
 * /v1/activity/actions`.
 *
 * @public
 */
export type ActionUse = z.infer<typeof ActionUseSchema>;

/** @public */
export const AttributeUseSchema = z.object({
  ...closedPeriod,
  attributes: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        isBrokenDown: z
          .boolean()
          .describe(
            'False where the attribute was configured after these four weeks had begun, or where small groups do not allow a breakdown',
          ),
        groups: z
          .array(
            z.object({
              id: z.string(),
              kind: z.enum(attributeGroupKinds),
              name: z.string(),
              values: z
                .array(z.string())
                .describe('The values in it that are kept by name'),
              developers: count.describe(
                'As of the first day of the four weeks',
              ),
              active: maybeCount.describe(
                'Active on at least one day of the period; null if nothing was observed',
              ),
              share: maybeShare.describe(
                'Null unless the whole period was observed',
              ),
              previousShare: maybeShare.describe('Of the period before'),
            }),
          )
          .describe('Most developers first; everyone is in one of them'),
      }),
    )
    .describe('In the order of the configuration'),
});

/**
 * Active users by configured fields of catalog users in a closed period:
 * `GET /v1/activity/attributes`.
 *
 * @public
 */
export type AttributeUse = z.infer<typeof AttributeUseSchema>;

/** @public */
export const PluginInventorySchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  from: DaySchema.nullable().describe(
    'First day of the four weeks whose use is shown; null while none are over',
  ),
  to: DaySchema.nullable().describe('Exclusive'),
  minimumGroupSize: count.describe('Smallest number of people that is shown'),
  reportedSince: DaySchema.nullable().describe(
    'First day on which an app reported its plugins; null before that',
  ),
  installed: maybeCount.describe(
    'Installed plugins that people meet, without the base; null while no app has reported',
  ),
  used: maybeCount.describe('Number of used plugins'),
  unused: maybeCount.describe('Number of unused plugins'),
  plugins: z
    .array(
      z.object({
        id: z.string(),
        isBase: z.boolean().describe('Built into every portal; not counted'),
        surface: z
          .enum(pluginSurfaces)
          .nullable()
          .describe('Null where no app has reported it'),
        firstReportedOn: DaySchema.nullable(),
        lastReportedOn: DaySchema.nullable().describe(
          'Null where no app has reported it for 28 days, though it was used',
        ),
        isInBackend: z
          .boolean()
          .nullable()
          .describe(
            'Whether this backend has a plugin of that id; null where the backend cannot tell',
          ),
        use: z.enum(pluginUses),
        whyUnknown: z.enum(unknownUseReasons).optional(),
        people: maybeCount.describe(
          'Developers who used it in the four weeks, and would notice; null where unknown or suppressed',
        ),
        suppressed: SuppressedSchema,
        removal: z
          .number()
          .int()
          .nullable()
          .describe(
            'Place among the candidates for removal, from 1: unused ones, then those with the fewest people; null where it is none',
          ),
      }),
    )
    .describe('Candidates for removal first, built-in plugins last'),
  backend: z
    .array(z.string())
    .nullable()
    .describe('Ids of the plugins of this backend; null where it cannot tell'),
});

/**
 * Installed plugins and whether anyone uses them:
 * `GET /v1/activity/inventory`.
 *
 * @public
 */
export type PluginInventory = z.infer<typeof PluginInventorySchema>;
