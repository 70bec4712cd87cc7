import {
  ActivityGranularity,
  Granularity,
  Series,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import { formatCsv } from '../http';
import { Day, endOfPeriod, formatDay, Interval } from '../time';
import { Sample } from './Sample';

/** Which part of a history is asked for, in periods of which length. */
export interface SeriesRequest {
  days: Interval;
  granularity: Granularity;
}

/**
 * One point per period, each with the newest sample in it: the metric at the
 * end of the period. A period without a sample is unknown.
 */
export function pointsOf(
  samples: Sample[],
  { days, granularity }: { days: Interval; granularity: ActivityGranularity },
): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  let from = days.from;
  while (from < days.to) {
    const to = Math.min(days.to, endOf(from, granularity));
    points.push(toPoint({ from, to }, newestWithin(samples, { from, to })));
    from = to;
  }
  return points;
}

function newestWithin(samples: Sample[], { from, to }: Interval) {
  return samples.filter(({ day }) => day >= from && day < to).at(-1);
}

function endOf(day: Day, granularity: ActivityGranularity): Day {
  return granularity === 'day' ? day + 1 : endOfPeriod(day, granularity);
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
] as const;

/** A series as RFC 4180; unknown is an empty cell. */
export function toCsv({ points }: Pick<Series, 'points'>): string {
  return formatCsv(csvColumns, points);
}
