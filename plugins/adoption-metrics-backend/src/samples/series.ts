import {
  ActivityGranularity,
  Granularity,
  Series,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import { formatCsv } from '../http';
import { Day, endOfPeriod, formatDay, Interval, startOfPeriod } from '../time';
import { Sample } from './Sample';

/** Which part of a history is asked for, in periods of which length. */
export interface SeriesRequest {
  days: Interval;
  granularity: Granularity;
}

/**
 * One point per period, each with the newest sample in it: the metric at the
 * end of the period. A period without a sample is unknown, and one of which
 * days are left out, or whose last day has no sample, is partial.
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

/** A series as RFC 4180; unknown is an empty cell. */
export function toCsv({ points }: Pick<Series, 'points'>): string {
  return formatCsv(csvColumns, points);
}
