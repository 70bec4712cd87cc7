import { Granularity } from 'backstage-plugin-adoption-metrics-common';
import { daysOf, RouteHandlers } from '../http';
import { toCsv } from '../samples';
import { Interval } from '../time';
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
export function createPageLoadRoutes(reporter: PageLoadReporter) {
  const rangeOf = async (
    query: { from?: string; to?: string },
    length: number,
    granularity?: Granularity,
  ): Promise<Interval> => {
    const to = await reporter.endOfClosedDays();
    return daysOf(query, { to, length, granularity });
  };

  return {
    'GET /page-load/kinds': {
      answer: async ({ query }) =>
        reporter.kinds(await rangeOf(query, WINDOW_DAYS)),
      csv: kindsToCsv,
    },
    'GET /page-load/routes': {
      answer: async ({ query }) =>
        reporter.routes(await rangeOf(query, WINDOW_DAYS), query),
      csv: routesToCsv,
    },
    'GET /page-load/coverage': {
      answer: async ({ query }) =>
        reporter.coverage(await rangeOf(query, WINDOW_DAYS)),
      csv: coverageToCsv,
    },
    'GET /page-load/hours': {
      answer: ({ query }) => {
        const defaults = { to: reporter.tomorrow(), length: HOURS_DAYS };
        return reporter.hours(daysOf(query, defaults), query);
      },
      csv: hoursToCsv,
    },
    'GET /page-load/distribution': {
      answer: async ({ query }) =>
        reporter.distribution(await rangeOf(query, WINDOW_DAYS), query.kind),
      csv: distributionToCsv,
    },
    'GET /page-load/series': {
      answer: async ({ query }) =>
        reporter.series(
          {
            days: await rangeOf(query, SERIES_DAYS, query.granularity),
            granularity: query.granularity,
          },
          query,
        ),
      csv: toCsv,
    },
  } satisfies RouteHandlers;
}
