import type {
  PortalMeasure,
  PortalSeries,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import type {
  HistoryData,
  HistoryLoader,
  HistoryPeriod,
} from '../../ui/history';

/** Which portal's history, or that of any of them. */
export interface PortalChoice {
  portal: string;
  measure: PortalMeasure;
}

/** The file holds all portals, each with who reported it. */
export function portalHistoryLoader(
  api: AdoptionMetricsApi,
  { portal, measure }: PortalChoice,
): HistoryLoader {
  const queryOf = ({ from, granularity }: HistoryPeriod) => ({
    measure,
    from,
    granularity,
  });
  return {
    fileName: `portals-${measure}`,
    load: async (period, signal) =>
      historyOf(
        await api.request('GET /portals/series', {
          query: { ...queryOf(period), portal },
          signal,
        }),
      ),
    loadCsv: period =>
      api.csv('GET /portals/series', { query: queryOf(period) }),
  };
}

/** People: of a portal that reports some days, the share is often unknown. */
function historyOf({ series, granularity }: PortalSeries): HistoryData {
  const points = series.flatMap(each => each.points);
  return {
    granularity,
    unit: 'count',
    points: points.map(point => ({ ...point, value: point.numerator })),
    write: (count, format) => format.count(count),
  };
}
