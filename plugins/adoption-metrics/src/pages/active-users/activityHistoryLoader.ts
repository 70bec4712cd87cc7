import type {
  ActivityMeasure,
  ActivitySeries,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import {
  metricHistoryLoader,
  type HistoryData,
  type HistoryLoader,
  type HistoryPeriod,
} from '../../ui/history';

/** What the history of active users may be narrowed to. */
interface ActivityHistoryChoice {
  measure: ActivityMeasure;
  team?: string;
  plugin?: string;
}

/** Teams and plugins have no numbers of a day or of a month. */
const closedPeriods = {
  day: 'week',
  week: 'week',
  month: 'four-weeks',
} as const;

const writeShare: HistoryData['write'] = (share, format) => format.share(share);
const writeCount: HistoryData['write'] = (count, format) => format.count(count);

/** The metric itself where nothing else is chosen, because it has a target. */
export function activityHistoryLoader(
  api: AdoptionMetricsApi,
  choice: ActivityHistoryChoice,
): HistoryLoader {
  const { measure, team, plugin } = choice;
  if (measure === 'monthly' && !team && !plugin) {
    return metricHistoryLoader(api, 'active-users');
  }
  const narrowed = team !== undefined || plugin !== undefined;
  const queryOf = ({ from, granularity }: HistoryPeriod) =>
    narrowed
      ? { team, plugin, from, granularity: closedPeriods[granularity] }
      : { measure, from, granularity };
  return {
    fileName: ['active-users', measure, team, plugin]
      .filter(Boolean)
      .join('-')
      .replace(/[^A-Za-z0-9.-]+/g, '-'),
    load: async (period, signal) =>
      historyOf(
        await api.request('GET /activity/series', {
          query: queryOf(period),
          signal,
        }),
      ),
    loadCsv: period =>
      api.csv('GET /activity/series', { query: queryOf(period) }),
  };
}

/** Shares of the developers where they are known, else numbers of people. */
export function historyOf(series: ActivitySeries): HistoryData {
  const { points, granularity, measure } = series;
  if (measure === 'stickiness') {
    return { points, granularity, unit: 'share', write: writeShare };
  }
  const known = points.filter(({ value }) => value !== null);
  const asShares =
    series.plugin === null && known.every(({ denominator }) => denominator);
  return {
    granularity,
    points: points.map(asShares ? shareOf : peopleOf),
    unit: asShares ? 'share' : 'count',
    write: asShares ? writeShare : writeCount,
  };
}

function shareOf(point: SeriesPoint): SeriesPoint {
  const { value, numerator, denominator } = point;
  const counted = value !== null && numerator !== null && denominator;
  return { ...point, value: counted ? numerator / denominator : value };
}

function peopleOf(point: SeriesPoint): SeriesPoint {
  const { value, numerator } = point;
  return { ...point, value: value === null ? null : numerator ?? value };
}
