import { Granularity } from 'backstage-plugin-adoption-metrics-common';
import { daysOf, RouteHandlers } from '../http';
import { toCsv } from '../samples';
import { Interval, parseDay } from '../time';
import { WINDOW_DAYS } from './dimensions';
import { PageLoadReporter } from './PageLoadReporter';
import {
  coverageToCsv,
  distributionToCsv,
  hoursToCsv,
  kindsToCsv,
  routesToCsv,
} from './tables';

const SERIES_DAYS = 90;

/** As many as are held, with that of today. */
const HOURS_DAYS = 8;

/** Answers how fast pages were. */
export function createPageLoadRoutes(
  reporter: PageLoadReporter,
  closedDaysState: () => Promise<string>,
) {
  const rangeOf = async (
    query: { from?: string; to?: string },
    length: number,
    granularity?: Granularity,
  ): Promise<Interval> => {
    const to = await reporter.endOfClosedDays();
    return daysOf(query, { to, length, granularity });
  };
  /** What is said of closed days changes with them only, what is of today always. */
  const basis = async ({ query }: { query: { to?: string } }) => {
    const isClosed =
      query.to === undefined ||
      parseDay(query.to)! <= (await reporter.endOfClosedDays());
    return isClosed ? closedDaysState() : undefined;
  };

  return {
    'GET /page-load/kinds': {
      common: async ({ query }) =>
        reporter.kinds(await rangeOf(query, WINDOW_DAYS)),
      basis,
      csv: kindsToCsv,
    },
    'GET /page-load/routes': {
      common: async ({ query }) =>
        reporter.routes(await rangeOf(query, WINDOW_DAYS), query),
      basis,
      csv: routesToCsv,
    },
    'GET /page-load/coverage': {
      common: async ({ query }) =>
        reporter.coverage(await rangeOf(query, WINDOW_DAYS)),
      basis,
      csv: coverageToCsv,
    },
    'GET /page-load/hours': {
      common: ({ query }) => {
        const defaults = { to: reporter.tomorrow(), length: HOURS_DAYS };
        return reporter.hours(daysOf(query, defaults), query);
      },
      csv: hoursToCsv,
    },
    'GET /page-load/distribution': {
      common: async ({ query }) =>
        reporter.distribution(await rangeOf(query, WINDOW_DAYS), query.kind),
      basis,
      csv: distributionToCsv,
    },
    'GET /page-load/series': {
      common: async ({ query }) =>
        reporter.series(
          {
            days: await rangeOf(query, SERIES_DAYS, query.granularity),
            granularity: query.granularity,
          },
          query,
        ),
      basis,
      csv: toCsv,
    },
  } satisfies RouteHandlers;
}
