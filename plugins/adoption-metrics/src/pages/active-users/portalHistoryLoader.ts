import type {
  Granularity,
  PortalMeasure,
  PortalSeries,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import type { AdoptionMetricsApi } from '../../api';
import type { HistoryPeriod } from '../../ui/history';
import { historyRows, isOpen } from '../../ui/history/historyRows';

/** The people active in one portal, or in any of them, by period. */
interface PortalLine {
  id: string;
  title: string;
  points: SeriesPoint[];
}

/** All portals side by side, this one first and "any" last. */
export interface PortalHistoryData {
  granularity: Granularity;
  lines: PortalLine[];
}

/** A period as it is drawn; undefined leaves a gap. */
export interface PortalRow {
  from: string;
  values: Record<string, { final?: number; open?: number }>;
}

/** Asks for all portals at once, and for the same as a file. */
export function portalHistoryLoader(
  api: AdoptionMetricsApi,
  measure: PortalMeasure,
) {
  const queryOf = ({ from, granularity }: HistoryPeriod) => ({
    measure,
    from,
    granularity,
  });
  return {
    fileName: `portals-${measure}`,
    load: async (period: HistoryPeriod, signal: AbortSignal) =>
      portalHistoryOf(
        await api.request('GET /portals/series', {
          query: queryOf(period),
          signal,
        }),
      ),
    loadCsv: (period: HistoryPeriod) =>
      api.csv('GET /portals/series', { query: queryOf(period) }),
  };
}

/** People: of a portal that reports some days, the share is often unknown. */
function portalHistoryOf({
  series,
  granularity,
}: PortalSeries): PortalHistoryData {
  return {
    granularity,
    lines: series.map(({ portal, title, points }) => ({
      id: portal,
      title,
      points: points.map(point => ({ ...point, value: point.numerator })),
    })),
  };
}

/** One row a period, with what each portal had in it. */
export function portalRows({ lines }: PortalHistoryData): PortalRow[] {
  const rows = new Map<string, PortalRow>();
  for (const { id, points } of lines) {
    for (const { from, final, open } of historyRows({
      points,
      unit: 'count',
    })) {
      const row = rows.get(from) ?? { from, values: {} };
      row.values[id] = { final, open };
      rows.set(from, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.from.localeCompare(b.from));
}

/** Whether any portal has something provisional in a period. */
export function isProvisional({ lines }: PortalHistoryData): boolean {
  return lines.some(({ points }) =>
    points.some(point => point.value !== null && isOpen(point)),
  );
}
