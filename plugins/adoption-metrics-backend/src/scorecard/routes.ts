import {
  Granularity,
  MetricId,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { daysOf, RouteHandlers } from '../http';
import { pointsOf, SampleStore, toCsv } from '../samples';
import { formatDay, Interval, ReportingZone } from '../time';
import { ScorecardReporter } from './ScorecardReporter';
import { findSpiral } from './spiral';

const SERIES_DAYS = 90;

/** Nine weeks contain eight closed ones. */
const SPIRAL_DAYS = 63;

interface RouteOptions {
  reporter: ScorecardReporter;
  samples: SampleStore;
  clock: Clock;
  zone: ReportingZone;
  closedDaysState(): Promise<string>;
}

/** Routes about metrics, their definitions, and their history. */
export function createScorecardRoutes(options: RouteOptions) {
  const { reporter, clock, zone, closedDaysState: basis } = options;
  const today = () => zone.dayOf(clock.now());
  return {
    'GET /scorecard': { common: () => reporter.scorecard() },
    'GET /definitions': { common: () => reporter.definitions() },
    'GET /catalog/spiral': {
      common: () => spiralOf(options, today()),
      basis,
    },
    'GET /metrics/{id}': { common: ({ params }) => reporter.detail(params.id) },
    'GET /metrics/{id}/series': {
      common: ({ params, query }) => {
        const { granularity } = query;
        const length = SERIES_DAYS;
        const days = daysOf(query, { to: today(), length, granularity });
        return readSeries(params.id, { days, granularity }, options);
      },
      basis,
      csv: toCsv,
    },
  } satisfies RouteHandlers;
}

async function readSeries(
  metric: MetricId,
  request: { days: Interval; granularity: Granularity },
  { reporter, samples, zone }: RouteOptions,
): Promise<Series> {
  const { days, granularity } = request;
  const { unit, target } = reporter.metric(metric);
  return {
    metric,
    unit,
    target,
    timeZone: zone.name,
    granularity,
    from: formatDay(days.from),
    to: formatDay(days.to),
    points: pointsOf(await samples.headlines(metric, days), request),
  };
}

const SPIRAL_METRICS = ['active-users', 'stale-entities'] as const;

// Closed weeks have samples; the current one has none yet.
async function spiralOf({ reporter, samples }: RouteOptions, today: number) {
  const days = { from: today - SPIRAL_DAYS, to: today };
  const closed = await samples.latestDay();
  const metrics = closed === undefined ? [] : await reporter.ofDay(closed);
  const undecided = SPIRAL_METRICS.filter(id =>
    metrics.some(each => each.id === id && each.status === 'undecided'),
  );
  return findSpiral(
    await samples.headlines('active-users', days),
    await samples.headlines('stale-entities', days),
    undecided,
  );
}
