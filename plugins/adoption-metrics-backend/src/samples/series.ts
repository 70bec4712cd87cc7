import { InputError } from '@backstage/errors';
import {
  granularities,
  Granularity,
  Series,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, endOfPeriod, formatDay, Interval, parseDay } from '../time';
import { Sample } from './Sample';

const DEFAULT_DAYS = 90;
const MOST_DAYS = 3_660;

/** Which part of a history is asked for. */
export interface SeriesRequest {
  days: Interval;
  granularity: Granularity;
  format: 'json' | 'csv';
}

/** @throws InputError naming the parameter that is wrong. */
export function parseSeriesRequest(
  query: Record<string, unknown>,
  today: Day,
): SeriesRequest {
  const to = parseDayParameter(query, 'to') ?? today;
  const from = parseDayParameter(query, 'from') ?? to - DEFAULT_DAYS;
  if (from >= to) {
    throw new InputError("'from' must be before 'to', which is exclusive");
  }
  if (to - from > MOST_DAYS) {
    throw new InputError(`'from' and 'to' span over ${MOST_DAYS} days`);
  }
  return {
    days: { from, to },
    granularity: parseChoice(query, 'granularity', granularities),
    format: parseChoice(query, 'format', ['json', 'csv'] as const),
  };
}

function parseDayParameter(
  query: Record<string, unknown>,
  name: string,
): Day | undefined {
  const text = query[name];
  if (text === undefined) {
    return undefined;
  }
  const day = typeof text === 'string' ? parseDay(text) : undefined;
  if (day === undefined) {
    throw new InputError(
      `'${name}' is not a day; accepted is YYYY-MM-DD such as 2026-03-31`,
    );
  }
  return day;
}

function parseChoice<T extends string>(
  query: Record<string, unknown>,
  name: string,
  accepted: readonly T[],
): T {
  const value = query[name] ?? accepted[0];
  if (!accepted.includes(value as T)) {
    throw new InputError(
      `'${name}' is not known; accepted are ${accepted.join(', ')}`,
    );
  }
  return value as T;
}

/**
 * One point per period, each with the newest sample in it: the figure at the
 * end of the period. A period without a sample is unknown.
 */
export function pointsOf(
  samples: Sample[],
  { days, granularity }: Pick<SeriesRequest, 'days' | 'granularity'>,
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

function endOf(day: Day, granularity: Granularity): Day {
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
export function toCsv(series: Series): string {
  const rows = series.points.map(point =>
    csvColumns.map(column => point[column] ?? '').join(','),
  );
  return [csvColumns.join(','), ...rows, ''].join('\r\n');
}
