import type {
  ActivityGranularity,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import type { HistoryData } from './HistoryData';
import { shownValue } from './historyScale';
import { type Language, type Format } from '../format';

/** One period as the chart draws it; undefined leaves a gap. */
export interface HistoryRow {
  point: SeriesPoint;
  /** Identifies the period on the axis. */
  from: string;
  final?: number;
  provisional?: number;
}

/**
 * Splits a series into its final and its provisional part. The last final
 * period belongs to both, so that the lines meet.
 */
export function historyRows(
  history: Pick<HistoryData, 'points' | 'unit'>,
): HistoryRow[] {
  const { points, unit } = history;
  return points.map((point, index) => {
    const row: HistoryRow = { point, from: point.from };
    if (point.value === null) {
      return row;
    }
    const value = shownValue(point.value, unit);
    const provisional = point.state === 'provisional';
    const meetsProvisional = points[index + 1]?.state === 'provisional';
    return {
      ...row,
      final: provisional ? undefined : value,
      provisional: provisional || meetsProvisional ? value : undefined,
    };
  });
}

/** The first days of periods whose definition differs from the one before. */
export function definitionChanges(points: SeriesPoint[]): SeriesPoint[] {
  const known = points.filter(point => point.definitionVersion !== null);
  return known.filter(
    (point, index) =>
      index > 0 &&
      point.definitionVersion !== known[index - 1].definitionVersion,
  );
}

/** "Sun, Nov 22, 2026", "Week of Mon, Nov 16, 2026", "Nov 2026". */
export function periodName(
  { from }: SeriesPoint,
  granularity: ActivityGranularity,
  { t, format }: Language,
): string {
  if (granularity === 'month') {
    return format.month(from);
  }
  const day = format.day(from);
  if (granularity === 'four-weeks') {
    return t('history.fourWeeksFrom', { day });
  }
  return granularity === 'day' ? day : t('history.weekOf', { day });
}

export function axisLabel(
  day: string,
  granularity: ActivityGranularity,
  format: Format,
): string {
  return granularity === 'month' ? format.month(day) : format.shortDay(day);
}
