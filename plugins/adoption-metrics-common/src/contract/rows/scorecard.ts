import { z } from 'zod';
import { metricIds } from '../../metrics';
import { granularities } from '../../vocabulary';
import { reader } from '../callers';
import { choice, dayRange } from '../parameters';
import { defineRoutes } from '../routes';
import {
  DefinitionsSchema,
  DiagnosticsSchema,
  MetricDetailSchema,
  ScorecardSchema,
  SeriesSchema,
} from '../schemas';

const params = z.strictObject({
  id: choice(metricIds).describe('Id of a metric'),
});

/** The four metrics. */
export const scorecardRoutes = defineRoutes({
  'GET /scorecard': {
    id: 'getScorecard',
    tag: 'Scorecard',
    summary: 'The four metrics, each against its target',
    caller: reader,
    answer: ScorecardSchema,
    conditional: true,
  },
  'GET /definitions': {
    id: 'getDefinitions',
    tag: 'Scorecard',
    summary: 'What each metric means',
    caller: reader,
    answer: DefinitionsSchema,
    conditional: true,
  },
  'GET /diagnostics': {
    id: 'getDiagnostics',
    tag: 'Collection',
    summary: 'What has to be in place for the metrics to be true',
    caller: reader,
    answer: DiagnosticsSchema,
  },
  'GET /metrics/{id}': {
    id: 'getMetric',
    tag: 'Scorecard',
    summary: 'One metric with its breakdowns',
    caller: reader,
    params,
    answer: MetricDetailSchema,
    conditional: true,
    example: { params: { id: 'active-users' } },
  },
  'GET /metrics/{id}/series': {
    id: 'getSeries',
    tag: 'Scorecard',
    summary: 'The history of one metric',
    caller: reader,
    params,
    query: z.strictObject({
      ...dayRange({ from: '90 days before `to`', to: 'today' }),
      granularity: choice(granularities)
        .default('day')
        .describe('Length of a period'),
    }),
    answer: SeriesSchema,
    csv: true,
    conditional: true,
    example: {
      params: { id: 'uptime' },
      query: { from: '2026-01-01', granularity: 'week' },
    },
  },
});
