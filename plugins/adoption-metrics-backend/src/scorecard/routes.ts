import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Diagnostics,
  MetricId,
  metricIds,
  scorecardReadPermission,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { formatDay, ReportingZone } from '../time';
import { SampleStore } from './SampleStore';
import { ScorecardReporter } from './ScorecardReporter';
import { parseSeriesRequest, pointsOf, SeriesRequest, toCsv } from './series';

interface RouterOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  reporter: ScorecardReporter;
  samples: SampleStore;
  clock: Clock;
  zone: ReportingZone;
  diagnose(): Promise<Diagnostics>;
}

/** The figures, for everybody with `adoption-metrics.scorecard.read`. */
export function createScorecardRouter(options: RouterOptions): Router {
  const { reporter } = options;
  const router = PromiseRouter();

  router.get('/scorecard', async (req, res) => {
    await authorize(req, options);
    res.json(await reporter.scorecard());
  });

  router.get('/definitions', async (req, res) => {
    await authorize(req, options);
    res.json(await reporter.definitions());
  });

  router.get('/diagnostics', async (req, res) => {
    await authorize(req, options);
    res.json(await options.diagnose());
  });

  router.get('/metrics/:id', async (req, res) => {
    await authorize(req, options);
    res.json(await reporter.detail(parseMetric(req.params.id)));
  });

  router.get('/metrics/:id/series', async (req, res) => {
    await authorize(req, options);
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

async function authorize(req: Request, options: RouterOptions): Promise<void> {
  const credentials = await options.httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  const [decision] = await options.permissions.authorize(
    [{ permission: scorecardReadPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `Reading the scorecard needs the permission '${scorecardReadPermission.name}'`,
    );
  }
}

function parseMetric(id: string): MetricId {
  if (!metricIds.includes(id as MetricId)) {
    throw new InputError(
      `'id' is not a figure; accepted are ${metricIds.join(', ')}`,
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
  const { unit, target } = reporter.figure(metric);
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
