import { InputError } from '@backstage/errors';
import {
  pageLoadMeasures,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../access';
import {
  parseChoice,
  parseDays,
  parseOptionalText,
  parseSeriesRequest,
  Query,
  sendTable,
  toCsv,
} from '../samples';
import { Interval } from '../time';
import { pageLoadKinds } from './cuts';
import { MOST_ROUTES } from './measurements';
import { PageLoadReporter, WINDOW_DAYS } from './PageLoadReporter';
import {
  coverageToCsv,
  distributionToCsv,
  hoursToCsv,
  kindsToCsv,
  routesToCsv,
} from './tables';

const DEFAULT_ROUTES = 20;

interface RouterOptions {
  access: AccessControl;
  reporter: PageLoadReporter;
}

/** How fast pages were, for everybody with `adoption-metrics.scorecard.read`. */
export function createPageLoadRouter(options: RouterOptions): Router {
  const { reporter } = options;
  const router = PromiseRouter();

  function serve<T>(
    path: string,
    read: (query: Query) => Promise<T>,
    format: (table: T) => string,
  ) {
    router.get(`/page-load/${path}`, async (req: Request, res) => {
      await options.access.requireReader(req);
      sendTable({ req, res }, await read(req.query), format);
    });
  }

  serve(
    'kinds',
    async query => reporter.kinds(await parseWindow(query, reporter)),
    kindsToCsv,
  );
  serve(
    'routes',
    async query =>
      reporter.routes(await parseWindow(query, reporter), {
        kind: parseKind(query),
        limit: parseLimit(query),
      }),
    routesToCsv,
  );
  serve(
    'coverage',
    async query => reporter.coverage(await parseWindow(query, reporter)),
    coverageToCsv,
  );
  serve(
    'hours',
    async query =>
      reporter.hours(parseKind(query), parseOptionalText(query, 'routeId')),
    hoursToCsv,
  );
  serve(
    'distribution',
    async query =>
      reporter.distribution(
        await parseWindow(query, reporter),
        parseKind(query),
      ),
    distributionToCsv,
  );
  serve(
    'series',
    async query =>
      reporter.series(
        parseSeriesRequest(query, await reporter.endOfClosedDays()),
        {
          measure: parseChoice(query, 'measure', pageLoadMeasures),
          kind: parseKind(query),
        },
      ),
    toCsv,
  );

  return router;
}

async function parseWindow(
  query: Query,
  reporter: PageLoadReporter,
): Promise<Interval> {
  const today = await reporter.endOfClosedDays();
  return parseDays(query, { today, length: WINDOW_DAYS });
}

function parseKind(query: Query): PageLoadKind {
  return parseChoice(query, 'kind', pageLoadKinds);
}

function parseLimit(query: Query): number {
  const limit = Number(query.limit ?? DEFAULT_ROUTES);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROUTES) {
    throw new InputError(
      `'limit' is not accepted; use a whole number from 1 to ${MOST_ROUTES}`,
    );
  }
  return limit;
}
