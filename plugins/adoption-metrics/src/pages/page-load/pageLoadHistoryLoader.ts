import type {
  Metric,
  PageLoadKind,
  PageLoadMeasure,
  PageLoadSeries,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import {
  formatCount,
  formatSeconds,
  formatShare,
  pageLoadKindNames,
  pageLoadMeasureNames,
} from '../../ui/format';
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

type Scale = Pick<HistoryData, 'unit' | 'write'>;

const seconds: Scale = { unit: 'seconds', write: formatSeconds };

const scales: Record<PageLoadMeasure, Scale> = {
  p50: seconds,
  p75: seconds,
  p95: seconds,
  p99: seconds,
  'share-within-target': {
    unit: 'share',
    write: share => formatShare(share, 1),
  },
  loads: { unit: 'count', write: formatCount },
};

/** The metric itself where its own percentile is chosen: it has a target. */
export function pageLoadHistoryLoader(
  api: AdoptionMetricsApi,
  metric: Pick<Metric, 'id' | 'name'>,
  choice: PageLoadChoice,
): HistoryLoader {
  const { measure, kind } = choice;
  if (measure === 'p75' && kind === 'initial') {
    return metricHistoryLoader(api, metric);
  }
  return {
    name: `${pageLoadKindNames[kind]}, ${pageLoadMeasureNames[measure]}`,
    fileName: `page-load-${kind}-${measure}`,
    load: async (period, signal) =>
      historyOf(
        await api.getReport(
          'page-load/series',
          { ...choice, ...period },
          { signal },
        ),
      ),
    loadCsv: period =>
      api.getReportCsv('page-load/series', { ...choice, ...period }),
  };
}

function historyOf(series: PageLoadSeries): HistoryData {
  const { points, granularity, measure } = series;
  return { points, granularity, ...scales[measure] };
}
