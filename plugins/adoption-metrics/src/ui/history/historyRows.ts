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
  open?: number;
}

/**
 * Splits a series into what is final and what is open: provisional, or of a
 * part of its period only. A final period beside an open one belongs to both,
 * so that the lines meet.
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
    const meetsOpen = isOpen(points[index + 1]) || isOpen(points[index - 1]);
    return {
      ...row,
      final: isOpen(point) ? undefined : value,
      open: isOpen(point) || meetsOpen ? value : undefined,
    };
  });
}

/** Whether it may still change, or speaks of a part of its period only. */
export function isOpen(point: SeriesPoint | undefined): boolean {
  return point?.state === 'provisional' || point?.partial === true;
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
