import { InputError } from '@backstage/errors';
import {
  MetricId,
  metricIds,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import {
  SampleStore,
  SeriesRequest,
  parseSeriesRequest,
  pointsOf,
  toCsv,
} from '../samples';
import { formatDay, ReportingZone } from '../time';
import { ScorecardReporter } from './ScorecardReporter';
import { findSpiral } from './spiral';

/** Nine weeks hold eight closed ones. */
const SPIRAL_DAYS = 63;

interface RouterOptions {
  access: AccessControl;
  reporter: ScorecardReporter;
  samples: SampleStore;
  clock: Clock;
  zone: ReportingZone;
}

/** The metrics, for everybody with `adoption-metrics.scorecard.read`. */
export function createScorecardRouter(options: RouterOptions): Router {
  const { access, reporter } = options;
  const router = PromiseRouter();

  router.get('/scorecard', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.scorecard());
  });

  router.get('/definitions', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.definitions());
  });

  router.get('/catalog/spiral', async (req, res) => {
    await access.requireReader(req);
    res.json(await spiralOf(options));
  });

  router.get('/metrics/:id', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.detail(parseMetric(req.params.id)));
  });

  router.get('/metrics/:id/series', async (req, res) => {
    await access.requireReader(req);
    const metric = parseMetric(req.params.id);
    const today = options.zone.dayOf(options.clock.now());
    const request = parseSeriesRequest(req.query, today);
    const series = await readSeries(metric, request, options);
    const csv =
      request.format === 'csv' || req.accepts(['json', 'csv']) === 'csv';
    if (csv) {
      res.type('text/csv').send(toCsv(series));
    } else {
      res.json(series);
    }
  });

  return router;
}

function parseMetric(id: string): MetricId {
  if (!metricIds.includes(id as MetricId)) {
    throw new InputError(
      `'id' is not a metric; accepted are ${metricIds.join(', ')}`,
    );
  }
  return id as MetricId;
}

async function readSeries(
  metric: MetricId,
  request: SeriesRequest,
  { reporter, samples, zone }: RouterOptions,
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

/** A week over is closed by its samples; what is still open has none. */
async function spiralOf({ samples, clock, zone }: RouterOptions) {
  const today = zone.dayOf(clock.now());
  const days = { from: today - SPIRAL_DAYS, to: today };
  return findSpiral(
    await samples.headlines('active-users', days),
    await samples.headlines('stale-entities', days),
  );
}
