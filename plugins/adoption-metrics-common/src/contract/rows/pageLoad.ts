import { z } from 'zod';
import { granularities, pageLoadMeasures } from '../../vocabulary';
import { reader } from '../callers';
import { choice, dayRange, text, wholeNumber } from '../parameters';
import { defineRoutes } from '../routes';
import {
  PageLoadCoverageSchema,
  PageLoadDistributionSchema,
  PageLoadHoursSchema,
  PageLoadKindSchema,
  PageLoadKindsSchema,
  PageLoadRoutesSchema,
  PageLoadSeriesSchema,
} from '../schemas';

const kind = PageLoadKindSchema.default('initial');

const days = dayRange({
  from: '28 days before `to`. Windows of 28 closed days are ready, others are added up when asked for: up to 50,000 counters of days, kinds, methods, and pages',
  to: 'the day after the newest closed one',
});

/** How fast pages load. */
export const pageLoadRoutes = defineRoutes({
  'GET /page-load/kinds': {
    id: 'getPageLoadKinds',
    tag: 'Page load',
    summary: 'Page load times by type and measurement method',
    caller: reader,
    query: z.strictObject(days),
    answer: PageLoadKindsSchema,
    csv: true,
  },
  'GET /page-load/routes': {
    id: 'getPageLoadRoutes',
    tag: 'Page load',
    summary: 'Page load times by page, the most loaded first',
    caller: reader,
    query: z.strictObject({
      ...days,
      kind,
      limit: wholeNumber({ least: 1, most: 50 })
        .default(20)
        .describe('Most pages of an answer'),
    }),
    answer: PageLoadRoutesSchema,
    csv: true,
    example: { query: { kind: 'route', limit: 5 } },
  },
  'GET /page-load/coverage': {
    id: 'getPageLoadCoverage',
    tag: 'Page load',
    summary: 'Data coverage of page loads',
    caller: reader,
    query: z.strictObject(days),
    answer: PageLoadCoverageSchema,
    csv: true,
  },
  'GET /page-load/hours': {
    id: 'getPageLoadHours',
    tag: 'Page load',
    summary: 'Page load times by hour of closed days',
    caller: reader,
    query: z.strictObject({
      ...dayRange({
        from: '8 days before `to`. Hours are held for `retention.pageLoadHours` days',
        to: 'the day after the newest closed one',
      }),
      kind,
      routeId: text()
        .optional()
        .describe('Extension id of a page; default all pages together'),
    }),
    answer: PageLoadHoursSchema,
    csv: true,
  },
  'GET /page-load/distribution': {
    id: 'getPageLoadDistribution',
    tag: 'Page load',
    summary: 'The histogram of page load times',
    caller: reader,
    query: z.strictObject({ ...days, kind }),
    answer: PageLoadDistributionSchema,
    csv: true,
  },
  'GET /page-load/series': {
    id: 'getPageLoadSeries',
    tag: 'Page load',
    summary: 'The history of page load times over 28 closed days each',
    caller: reader,
    query: z.strictObject({
      ...dayRange({
        from: '90 days before `to`',
        to: 'the day after the newest closed one',
      }),
      measure: choice(pageLoadMeasures).default('p75'),
      kind,
      granularity: choice(granularities)
        .default('day')
        .describe('Length of a period'),
    }),
    answer: PageLoadSeriesSchema,
    csv: true,
    example: { query: { measure: 'p95', granularity: 'week' } },
  },
});
