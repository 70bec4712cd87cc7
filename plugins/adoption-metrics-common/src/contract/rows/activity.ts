import { z } from 'zod';
import {
  activityMeasures,
  granularities,
  lifecycleGranularities,
} from '../../vocabulary';
import { reader } from '../callers';
import { choice, dayRange, entityRef, text } from '../parameters';
import { defineRoutes } from '../routes';
import {
  ActivitySeriesSchema,
  CohortsSchema,
  LifecycleSchema,
  OnboardingSchema,
  PluginUseSchema,
  TeamPluginUseSchema,
  TeamUseSchema,
} from '../schemas';

const lengthOfPeriod = 'Length of a period';

/** Who uses what, in groups of people. */
export const activityRoutes = defineRoutes({
  'GET /activity/teams': {
    id: 'getTeamUse',
    tag: 'Active users',
    summary: 'Active users by team, over 28 closed days',
    caller: reader,
    answer: TeamUseSchema,
    csv: true,
  },
  'GET /activity/plugins': {
    id: 'getPluginUse',
    tag: 'Active users',
    summary: 'People by plugin, over 28 closed days',
    caller: reader,
    answer: PluginUseSchema,
    csv: true,
  },
  'GET /activity/team-plugins': {
    id: 'getTeamPluginUse',
    tag: 'Active users',
    summary: 'People by team and plugin, over the 28 days to the last Sunday',
    caller: reader,
    query: z.strictObject({
      team: entityRef
        .optional()
        .describe('Entity ref of a group; it and the teams in it, default all'),
    }),
    answer: TeamPluginUseSchema,
    csv: true,
    errors: [404],
    example: { query: { team: 'group:default/platform' } },
  },
  'GET /activity/lifecycle': {
    id: 'getLifecycle',
    tag: 'Active users',
    summary: 'How developers come, stay and go, by closed week or month',
    caller: reader,
    query: z.strictObject({
      granularity: choice(lifecycleGranularities)
        .default('week')
        .describe(lengthOfPeriod),
      ...dayRange({
        from: '182 days before `to` by week, 366 by month',
        to: 'today',
      }),
    }),
    answer: LifecycleSchema,
    csv: true,
  },
  'GET /activity/cohorts': {
    id: 'getCohorts',
    tag: 'Active users',
    summary: 'Retention by week of first use',
    caller: reader,
    query: z.strictObject(
      dayRange({
        from: '182 days before `to`; both bound the Mondays of first weeks',
        to: 'today',
      }),
    ),
    answer: CohortsSchema,
    csv: true,
  },
  'GET /activity/onboarding': {
    id: 'getOnboarding',
    tag: 'Active users',
    summary: 'Days from joining to first use, by month of joining',
    caller: reader,
    answer: OnboardingSchema,
    csv: true,
  },
  'GET /activity/series': {
    id: 'getActivitySeries',
    tag: 'Active users',
    summary: 'The history of active users, of a team or of a plugin',
    caller: reader,
    query: z.strictObject({
      measure: choice(activityMeasures)
        .default('monthly')
        .describe('What the series shows'),
      granularity: choice(granularities)
        .default('day')
        .describe(lengthOfPeriod),
      ...dayRange({ from: '90 days before `to`', to: 'today' }),
      team: entityRef
        .optional()
        .describe(
          'Entity ref of a group; only its developers, with `monthly` only',
        ),
      plugin: text()
        .optional()
        .describe(
          'Plugin id; only its users, with `monthly` only and without `team`',
        ),
    }),
    answer: ActivitySeriesSchema,
    csv: true,
    errors: [404],
    example: { query: { measure: 'regular', granularity: 'month' } },
  },
});
