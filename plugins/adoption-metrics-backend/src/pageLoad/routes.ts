import { Granularity } from 'backstage-plugin-adoption-metrics-common';
import { daysOf, notAccepted, RouteHandlers } from '../http';
import { toCsv } from '../samples';
import { formatDay, Interval } from '../time';
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

/** As long as hours are kept. */
const HOURS_DAYS = 8;

/** Routes about page load times. */
export function createPageLoadRoutes(
  reporter: PageLoadReporter,
  basis: () => Promise<string>,
) {
  const rangeOf = async (
    query: { from?: string; to?: string },
    length: number,
    granularity?: Granularity,
  ): Promise<Interval> => {
    const end = await reporter.endOfClosedDays();
    const days = daysOf(query, { to: end, length, granularity });
    if (days.to > end) {
      const accepted = `days up to the one after the newest closed day, ${formatDay(
        end,
      )}`;
      throw notAccepted('to', query.to!, accepted);
    }
    return days;
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
      common: async ({ query }) =>
        reporter.hours(await rangeOf(query, HOURS_DAYS), query),
      basis,
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
