import {
  ActivityGranularity,
  Granularity,
  Series,
  SeriesPoint,
  formatCsv,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, endOfPeriod, formatDay, Interval, startOfPeriod } from '../time';
import { Sample } from './Sample';

/** The range and granularity of a requested history. */
export interface SeriesRequest {
  days: Interval;
  granularity: Granularity;
}

/**
 * One point per period, with the newest sample in it, which is the metric at
 * the end of the period. Periods without a sample are unknown. A period is
 * partial if it is cut off, or if its last day has no sample.
 *
 * @param samples - oldest first
 */
export function pointsOf(
  samples: Sample[],
  { days, granularity }: { days: Interval; granularity: ActivityGranularity },
): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  let next = 0;
  let from = days.from;
  while (from < days.to) {
    const whole = periodOf(from, granularity);
    const to = Math.min(days.to, whole.to);
    let sample: Sample | undefined;
    for (; next < samples.length && samples[next].day < to; next++) {
      sample = samples[next].day >= from ? samples[next] : undefined;
    }
    const partial =
      from > whole.from ||
      to < whole.to ||
      (sample !== undefined && sample.day < to - 1);
    points.push({ ...toPoint({ from, to }, sample), partial });
    from = to;
  }
  return points;
}

function periodOf(day: Day, granularity: ActivityGranularity): Interval {
  return granularity === 'day'
    ? { from: day, to: day + 1 }
    : {
        from: startOfPeriod(day, granularity),
        to: endOfPeriod(day, granularity),
      };
}

/** The point of a whole period; unknown without a sample. */
export function wholePoint(
  period: Interval,
  sample: Sample | undefined,
): SeriesPoint {
  return { ...toPoint(period, sample), partial: false };
}

function toPoint({ from, to }: Interval, sample: Sample | undefined) {
  return {
    from: formatDay(from),
    to: formatDay(to),
    value: sample?.value ?? null,
    numerator: sample?.numerator ?? null,
    denominator: sample?.denominator ?? null,
    sampleCount: sample?.n ?? null,
    coverage: sample?.coverage ?? null,
    state: sample?.state ?? null,
    definitionVersion: sample?.definitionVersion ?? null,
  };
}

const csvColumns = [
  'from',
  'to',
  'value',
  'numerator',
  'denominator',
  'sampleCount',
  'coverage',
  'state',
  'definitionVersion',
  'partial',
] as const;

/** Formats a series as CSV. Unknown values are empty cells. */
export function toCsv({ points }: Pick<Series, 'points'>): string {
  return formatCsv(csvColumns, points);
}
