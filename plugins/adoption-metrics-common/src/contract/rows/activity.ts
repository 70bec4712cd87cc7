import { z } from 'zod';
import {
  actionKinds,
  activityGranularities,
  activityMeasures,
  breakdownGranularities,
} from '../../vocabulary';
import { reader } from '../callers';
import { choice, day, dayRange, entityRef, text } from '../parameters';
import { defineRoutes } from '../routes';
import {
  ActionUseSchema,
  ActivitySeriesSchema,
  AttributeUseSchema,
  CohortsSchema,
  LifecycleSchema,
  OnboardingSchema,
  PluginInventorySchema,
  PluginUseSchema,
  TeamPluginUseSchema,
  TeamUseSchema,
} from '../schemas';

const lengthOfPeriod = 'Length of a period';

const closedPeriod = {
  granularity: choice(breakdownGranularities)
    .default('four-weeks')
    .describe(lengthOfPeriod),
  period: day
    .optional()
    .describe('First day of a closed period; default the last one'),
};

const joinedBetween = z.strictObject(
  dayRange({
    from: '731 days before `to`; ranges of joining lie between both',
    to: 'today',
  }),
);

/** Usage by team, plugin, and period. */
export const activityRoutes = defineRoutes({
  'GET /activity/teams': {
    id: 'getTeamUse',
    tag: 'Active users',
    summary:
      'Active users by team in a closed week or four weeks; only teams that the caller can read in the catalog',
    caller: reader,
    query: z.strictObject(closedPeriod),
    answer: TeamUseSchema,
    csv: true,
    errors: [404],
    example: { query: { granularity: 'week' } },
  },
  'GET /activity/plugins': {
    id: 'getPluginUse',
    tag: 'Active users',
    summary: 'Developers by plugin, in a closed week or four weeks',
    caller: reader,
    query: z.strictObject(closedPeriod),
    answer: PluginUseSchema,
    csv: true,
    errors: [404],
  },
  'GET /activity/team-plugins': {
    id: 'getTeamPluginUse',
    tag: 'Active users',
    summary: 'Developers by team and plugin, in a closed week or four weeks',
    caller: reader,
    query: z.strictObject({
      ...closedPeriod,
      team: entityRef
        .optional()
        .describe(
          'Entity ref of a group; what is published of it and of the teams in it, up to 50,000 rows, default all',
        ),
    }),
    answer: TeamPluginUseSchema,
    csv: true,
    errors: [404],
    example: { query: { team: 'group:default/platform' } },
  },
  'GET /activity/inventory': {
    id: 'getPluginInventory',
    tag: 'Active users',
    summary:
      'Installed plugins, whether they were used in the last closed four weeks, and candidates for removal',
    caller: reader,
    answer: PluginInventorySchema,
    csv: true,
  },
  'GET /activity/actions': {
    id: 'getActionUse',
    tag: 'Active users',
    summary:
      'Templates run, documents read, searches, and searches without a result, in a closed week or four weeks',
    caller: reader,
    query: z.strictObject(closedPeriod),
    answer: ActionUseSchema,
    csv: true,
    errors: [404],
  },
  'GET /activity/attributes': {
    id: 'getAttributeUse',
    tag: 'Active users',
    summary:
      'Active users by configured fields of catalog users, such as their location, in a closed week or four weeks',
    caller: reader,
    query: z.strictObject({
      ...closedPeriod,
      attribute: text()
        .optional()
        .describe('Id of a configured attribute, default all'),
    }),
    answer: AttributeUseSchema,
    csv: true,
    errors: [404],
  },
  'GET /activity/lifecycle': {
    id: 'getLifecycle',
    tag: 'Active users',
    summary: 'New, returning, and lapsed users by closed week or four weeks',
    caller: reader,
    query: z.strictObject({
      granularity: choice(breakdownGranularities)
        .default('week')
        .describe(lengthOfPeriod),
      ...dayRange({
        from: '26 weeks before `to`, 52 by four weeks; periods lie between both',
        to: 'today',
      }),
    }),
    answer: LifecycleSchema,
    csv: true,
  },
  'GET /activity/cohorts': {
    id: 'getCohorts',
    tag: 'Active users',
    summary: 'Retention of developers by joining date',
    caller: reader,
    query: joinedBetween,
    answer: CohortsSchema,
    csv: true,
  },
  'GET /activity/onboarding': {
    id: 'getOnboarding',
    tag: 'Active users',
    summary: 'Onboarding time: days from joining to first use, by joining date',
    caller: reader,
    query: joinedBetween,
    answer: OnboardingSchema,
    csv: true,
  },
  'GET /activity/series': {
    id: 'getActivitySeries',
    tag: 'Active users',
    summary:
      'The history of active users, overall or of a team, plugin, action or attribute',
    caller: reader,
    query: z.strictObject({
      measure: choice(activityMeasures)
        .optional()
        .describe(
          'What the series shows, default `monthly`; not with `team`, `plugin`, `action` or `attribute`',
        ),
      granularity: choice(activityGranularities)
        .optional()
        .describe(
          'Length of a period, default `day`; with `team`, `plugin`, `action` or `attribute` only `week` and `four-weeks`, the default then',
        ),
      ...dayRange({
        from: '90 days before `to`, a year with `team`, `plugin`, `action` or `attribute`; a `team` has up to 100,000 groups of people in all periods together',
        to: 'today',
      }),
      team: entityRef
        .optional()
        .describe(
          'Entity ref of a group; its developers who were active in each closed period',
        ),
      plugin: text()
        .optional()
        .describe(
          'Plugin id; the developers who used it in each closed period; not with `team`',
        ),
      action: choice(actionKinds)
        .optional()
        .describe(
          'The developers who did it in each closed period; not with `team` or `plugin`',
        ),
      attribute: text()
        .optional()
        .describe(
          'Id of a configured attribute; the developers of its `group` who were active in each closed period; not with `team`, `plugin` or `action`',
        ),
      group: text()
        .optional()
        .describe(
          'Id of a group of `GET /activity/attributes`, such as `value:Berlin`; requires `attribute`',
        ),
    }),
    answer: ActivitySeriesSchema,
    csv: true,
    errors: [404],
    example: { query: { measure: 'regular', granularity: 'month' } },
  },
});
