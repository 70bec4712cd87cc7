import type {
  ActivityMeasure,
  ActivitySeries,
  Figure,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import {
  activityMeasureNames,
  formatCount,
  formatShare,
  suppressionText,
} from '../../ui/format';
import {
  figureSource,
  type HistoryData,
  type HistorySource,
} from '../../ui/history';

/** What the history of active users may be narrowed to. */
export interface ActivityChoice {
  measure: ActivityMeasure;
  team?: string;
  plugin?: string;
}

const writeShare = (share: number) => formatShare(share, 1);

/** The figure itself where nothing else is chosen, because it has a target. */
export function activitySource(
  api: AdoptionMetricsApi,
  figure: Pick<Figure, 'metric' | 'name'>,
  choice: ActivityChoice,
): HistorySource {
  const { measure, team, plugin } = choice;
  if (measure === 'monthly' && !team && !plugin) {
    return figureSource(api, figure);
  }
  const parameters = { measure, team, plugin };
  return {
    name: [activityMeasureNames[measure], team, plugin]
      .filter(Boolean)
      .join(', '),
    fileName: ['active-users', measure, team, plugin]
      .filter(Boolean)
      .join('-')
      .replace(/[^A-Za-z0-9.-]+/g, '-'),
    load: async (period, signal) =>
      historyOf(
        await api.getReport(
          'activity/series',
          { ...parameters, ...period },
          { signal },
        ),
      ),
    loadCsv: period =>
      api.getReportCsv('activity/series', { ...parameters, ...period }),
  };
}

/** Shares of the developers where they are known, else numbers of people. */
export function historyOf(series: ActivitySeries): HistoryData {
  const { points, granularity, measure } = series;
  if (measure === 'stickiness') {
    return { points, granularity, unit: 'share', write: writeShare };
  }
  const known = points.filter(({ value }) => value !== null);
  // A plugin is compared with active people, not with all developers.
  const asShares =
    series.plugin === null && known.every(({ denominator }) => denominator);
  return {
    granularity,
    points: points.map(asShares ? shareOf : peopleOf),
    hidden: suppressionText(series.suppressed),
    unit: asShares ? 'share' : 'count',
    write: asShares ? writeShare : formatCount,
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
