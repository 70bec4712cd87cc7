import { z } from 'zod';
import {
  activityMeasures,
  granularities,
  lifecycleGranularities,
} from '../../../vocabulary';
import {
  ActivitySeriesSchema,
  CohortsSchema,
  LifecycleSchema,
  OnboardingSchema,
  PluginUseSchema,
  TeamPluginUseSchema,
  TeamUseSchema,
} from '../../schemas';
import {
  answer,
  dayParameters,
  formatParameter,
  jsonOrCsv,
  OpenApiPaths,
  queryParameter,
} from '../operations';

function choiceParameter(
  name: string,
  choices: readonly string[],
  description: string,
) {
  const schema = { type: 'string', enum: choices, default: choices[0] };
  return queryParameter(name, schema, description);
}

function teamParameter(description: string) {
  return queryParameter(
    'team',
    { type: 'string' },
    `Entity ref of a group; ${description}`,
  );
}

const seriesParameters = [
  choiceParameter('measure', activityMeasures, 'What the series shows'),
  choiceParameter('granularity', granularities, 'Length of a period'),
  ...dayParameters('90 days before `to`'),
  teamParameter('only its developers, with `monthly` only'),
  queryParameter(
    'plugin',
    { type: 'string' },
    'Plugin id; only its users, with `monthly` only and without `team`',
  ),
];

function readTable(options: {
  operationId: string;
  summary: string;
  parameters?: object[];
  schema: z.ZodType;
  errors?: Array<404>;
}): OpenApiPaths[string] {
  const { operationId, summary, schema } = options;
  const { parameters = [], errors = [] } = options;
  return {
    get: {
      operationId,
      summary,
      parameters: [...parameters, formatParameter],
      responses: answer(summary, jsonOrCsv(schema), [400, 401, 403, ...errors]),
    },
  };
}

export const activityPaths: OpenApiPaths = {
  '/activity/teams': readTable({
    operationId: 'getTeamUse',
    summary: 'Active users by team, over 28 closed days',
    schema: TeamUseSchema,
  }),
  '/activity/plugins': readTable({
    operationId: 'getPluginUse',
    summary: 'People by plugin, over 28 closed days',
    schema: PluginUseSchema,
  }),
  '/activity/team-plugins': readTable({
    operationId: 'getTeamPluginUse',
    summary: 'People by team and plugin, over the 28 days to the last Sunday',
    parameters: [teamParameter('it and the teams in it, all by default')],
    schema: TeamPluginUseSchema,
    errors: [404],
  }),
  '/activity/lifecycle': readTable({
    operationId: 'getLifecycle',
    summary: 'How developers come, stay and go, by closed week or month',
    parameters: [
      choiceParameter(
        'granularity',
        lifecycleGranularities,
        'Length of a period',
      ),
      ...dayParameters('182 days before `to` by week, 366 by month'),
    ],
    schema: LifecycleSchema,
  }),
  '/activity/cohorts': readTable({
    operationId: 'getCohorts',
    summary: 'Retention by week of first use',
    parameters: dayParameters(
      '182 days before `to`; both bound the Mondays of first weeks',
    ),
    schema: CohortsSchema,
  }),
  '/activity/onboarding': readTable({
    operationId: 'getOnboarding',
    summary: 'Days from joining to first use, by month of joining',
    schema: OnboardingSchema,
  }),
  '/activity/series': readTable({
    operationId: 'getActivitySeries',
    summary: 'The history of active users, of a team or of a plugin',
    parameters: seriesParameters,
    schema: ActivitySeriesSchema,
    errors: [404],
  }),
};
