import {
  defaultTargets,
  type Granularity,
  type MetricId,
  type Series,
  type SeriesPoint,
  QueryOf,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../ui/format';
import { lastDay, timeZone } from './days';
import { dailyValues } from './metrics';

const provisionalDays = 3;

/** The series that a server with the story of the fixtures would answer. */
interface SeriesRequest extends QueryOf<'GET /metrics/{id}/series'> {
  metric: MetricId;
}

export function seriesFor(request: SeriesRequest): Series {
  const { metric, granularity = 'day' } = request;
  const from = request.from ?? addDays(lastDay, -89);
  const to = addDays(lastDay, 1);
  return {
    metric,
    unit: metric === 'page-load' ? 'seconds' : 'share',
    timeZone,
    granularity,
    from,
    to,
    target: defaultTargets[metric],
    points: periodStarts(from, to, granularity).map((start, index, starts) =>
      pointFor(metric, start, starts[index + 1] ?? to),
    ),
  };
}

function periodStarts(from: string, to: string, granularity: Granularity) {
  const starts: string[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) {
    const begins = {
      day: true,
      week: new Date(day).getUTCDay() === 1,
      month: day.endsWith('-01'),
    };
    if (starts.length === 0 || begins[granularity]) {
      starts.push(day);
    }
  }
  return starts;
}

/** A period of which nothing is known. */
export const nothingKnown = {
  value: null,
  numerator: null,
  denominator: null,
  sampleCount: null,
  coverage: null,
  state: null,
  definitionVersion: null,
  partial: false,
};

const denominators: Partial<Record<MetricId, number>> = {
  'active-users': 300,
  'stale-entities': 47,
};

function pointFor(metric: MetricId, from: string, to: string): SeriesPoint {
  const age = daysBetween(addDays(to, -1), lastDay);
  const value = dailyValues[metric](89 - age);
  if (value === null) {
    return { from, to, ...nothingKnown };
  }
  const denominator = denominators[metric] ?? null;
  return {
    from,
    to,
    value,
    numerator: denominator && Math.round(value * denominator),
    denominator,
    sampleCount: metric === 'page-load' ? 4100 + ((age * 37) % 300) : null,
    coverage: 1,
    state: age < provisionalDays ? 'provisional' : 'final',
    definitionVersion: 1,
    partial: false,
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
