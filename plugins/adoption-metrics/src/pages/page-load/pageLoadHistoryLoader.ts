import type {
  PageLoadKind,
  PageLoadMeasure,
  PageLoadSeries,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import {
  metricHistoryLoader,
  type HistoryData,
  type HistoryLoader,
} from '../../ui/history';

/** What the history of page load times shows. */
export interface PageLoadChoice {
  measure: PageLoadMeasure;
  kind: PageLoadKind;
}

/** The metric itself where its own percentile is chosen: it has a target. */
export function pageLoadHistoryLoader(
  api: AdoptionMetricsApi,
  choice: PageLoadChoice,
): HistoryLoader {
  const { measure, kind } = choice;
  if (measure === 'p75' && kind === 'initial') {
    return metricHistoryLoader(api, 'page-load');
  }
  return {
    fileName: `page-load-${kind}-${measure}`,
    load: async (period, signal) =>
      historyOf(
        await api.request('GET /page-load/series', {
          query: { ...choice, ...period },
          signal,
        }),
      ),
    loadCsv: period =>
      api.csv('GET /page-load/series', { query: { ...choice, ...period } }),
  };
}

function historyOf(series: PageLoadSeries): HistoryData {
  const { points, granularity, measure } = series;
  switch (measure) {
    case 'share-within-target':
      return {
        points,
        granularity,
        unit: 'share',
        write: (value, format) => format.share(value),
      };
    case 'loads':
      return {
        points,
        granularity,
        unit: 'count',
        write: (value, format) => format.count(value),
      };
    default:
      return {
        points,
        granularity,
        unit: 'seconds',
        write: (value, format) => format.seconds(value),
      };
  }
}
