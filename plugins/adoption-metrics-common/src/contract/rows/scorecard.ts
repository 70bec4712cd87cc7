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
    action: {
      name: 'get-scorecard',
      title: 'Read the adoption scorecard',
      description:
        'The four adoption metrics of this developer portal (active users, page load time, uptime, stale catalog entities), each with its value, target, status and a sentence that says both. Use it first for any question about how well the portal is adopted. A null value is unknown, not zero; `reason` and `notes` say why.',
    },
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
    summary: 'Data health: checks of everything the metrics depend on',
    caller: reader,
    answer: DiagnosticsSchema,
    action: {
      name: 'get-diagnostics',
      title: 'Read the data health checks',
      description:
        'Whether the adoption metrics can be trusted, and how to fix problems. Use it when values are unknown or look wrong.',
    },
  },
  'GET /metrics/{id}': {
    id: 'getMetric',
    tag: 'Scorecard',
    summary: 'One metric with its breakdowns',
    caller: reader,
    params,
    answer: MetricDetailSchema,
    action: {
      name: 'get-metric',
      title: 'Read one metric with its breakdowns',
      description:
        'One metric of the adoption scorecard with its breakdowns, such as page loads by page or stale entities by reason. Use it to explain why a metric met or missed its target.',
    },
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
    action: {
      name: 'get-metric-series',
      title: 'Read the history of a metric',
      description:
        'The history of one metric by day, week or month, 90 days unless `from` and `to` say otherwise. Use it for trends. Each value is the metric at the end of its period; null is unknown.',
    },
    csv: true,
    conditional: true,
    example: {
      params: { id: 'uptime' },
      query: { from: '2026-01-01', granularity: 'week' },
    },
  },
});
