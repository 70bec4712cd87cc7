import { z } from 'zod';
import { pageLoadMeasures } from '../../vocabulary/pageLoad';
import { granularities } from '../../vocabulary/series';
import { DaySchema, InstantSchema } from './common';
import { PageLoadKindSchema, PageLoadMethodSchema } from './events';
import { SeriesPointSchema } from './series';

const count = z.number().int();
const seconds = z.number().nullable().describe('Seconds');
const share = z.number().nullable();

const window = {
  computedAt: InstantSchema,
  timeZone: z.string(),
  from: DaySchema,
  to: DaySchema.describe('Exclusive'),
};

const loadTimes = {
  loads: count,
  withinTarget: count
    .nullable()
    .describe('Exact; null where the target changed within the window'),
  shareWithinTarget: share,
  p50: seconds,
  p75: seconds,
  p95: seconds,
  p99: seconds,
};

/** @public */
export const LoadTimesSchema = z.object(loadTimes);

/**
 * Load times: exact counts, and nearest-rank percentiles with an error of up to
 * 1%.
 *
 * @public
 */
export type LoadTimes = z.infer<typeof LoadTimesSchema>;

/** @public */
export const PageLoadKindsSchema = z.object({
  ...window,
  targetSeconds: z.number(),
  kinds: z.array(
    z.object({
      kind: PageLoadKindSchema,
      ...loadTimes,
      methods: z.array(
        z.object({ method: PageLoadMethodSchema, loads: count, p75: seconds }),
      ),
    }),
  ),
});

/**
 * Page load times by kind and method: `GET /v1/page-load/kinds`.
 *
 * @public
 */
export type PageLoadKinds = z.infer<typeof PageLoadKindsSchema>;

/** @public */
export const PageLoadRoutesSchema = z.object({
  ...window,
  targetSeconds: z.number(),
  kind: PageLoadKindSchema,
  routes: z
    .array(
      z.object({
        id: z
          .string()
          .describe(
            'Extension id of the page; `other` beyond the daily limit, `all` of days too old to be distinguished',
          ),
        ...loadTimes,
      }),
    )
    .describe('Most loads first'),
});

/**
 * Page load times by page: `GET /v1/page-load/routes`.
 *
 * @public
 */
export type PageLoadRoutes = z.infer<typeof PageLoadRoutesSchema>;

/** @public */
export const PageLoadCoverageSchema = z.object({
  ...window,
  kinds: z.array(
    z.object({
      kind: PageLoadKindSchema,
      navigations: count.describe('Navigations whose load should be measured'),
      measured: count,
      coverage: share.describe(
        'Measured of all navigations; null without navigations',
      ),
      discards: z.array(z.object({ reason: z.string(), loads: count })),
    }),
  ),
  droppedEvents: z
    .array(z.object({ reason: z.string(), events: count }))
    .describe('Events of any type that browsers dropped'),
});

/**
 * Data coverage of page loads: `GET /v1/page-load/coverage`.
 *
 * @public
 */
export type PageLoadCoverage = z.infer<typeof PageLoadCoverageSchema>;

/** @public */
export const PageLoadHoursSchema = z.object({
  ...window,
  kind: PageLoadKindSchema,
  hours: z
    .array(
      z.object({
        from: InstantSchema,
        to: InstantSchema.describe('Exclusive'),
        ...loadTimes,
      }),
    )
    .describe(
      'Hours of closed days that are still held, oldest first; those with at least 5 loads, or 30 of a page',
    ),
});

/**
 * Page load times by hour of closed days: `GET /v1/page-load/hours`.
 *
 * @public
 */
export type PageLoadHours = z.infer<typeof PageLoadHoursSchema>;

/** @public */
export const PageLoadDistributionSchema = z.object({
  ...window,
  kind: PageLoadKindSchema,
  targetSeconds: z.number(),
  buckets: z
    .array(
      z.object({
        from: z.number().describe('Seconds, exclusive'),
        to: z.number().describe('Seconds, inclusive'),
        loads: count,
      }),
    )
    .describe('Buckets with loads, fastest first'),
});

/**
 * The histogram of page load times: `GET /v1/page-load/distribution`.
 *
 * @public
 */
export type PageLoadDistribution = z.infer<typeof PageLoadDistributionSchema>;

/** @public */
export const PageLoadSeriesSchema = z.object({
  ...window,
  measure: z.enum(pageLoadMeasures),
  kind: PageLoadKindSchema,
  granularity: z.enum(granularities),
  points: z.array(SeriesPointSchema),
});

/**
 * The history of page load times over 28 closed days each:
 * `GET /v1/page-load/series`.
 *
 * @public
 */
export type PageLoadSeries = z.infer<typeof PageLoadSeriesSchema>;
