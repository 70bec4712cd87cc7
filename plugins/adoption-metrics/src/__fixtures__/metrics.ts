import {
  defaultTargets,
  type Metric,
  type MetricId,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, daysBack, noise } from './days';
import { definitionTexts } from './definitions';

/** Generates the value of a day; null where nothing is known. */
type DailyValue = (dayIndex: number) => number | null;

const shake = { users: noise(1), loads: noise(2), uptime: noise(3) };

export const dailyValues: Record<MetricId, DailyValue> = {
  'active-users': day =>
    day >= 31 && day <= 33
      ? null
      : Math.round(300 * (0.081 + day * 0.00013 + shake.users(day) * 0.004)) /
        300,
  'page-load': day => 8 - day * 0.013 + shake.loads(day) * 0.35,
  uptime: day => (day < 52 ? 0.9979 : 0.9993) + shake.uptime(day) * 0.00025,
  'stale-entities': day => (1 + Number(day >= 20) + Number(day >= 58)) / 47,
};

function sparklineOf(id: MetricId): Metric['sparkline'] {
  return daysBack(90).map((day, index) => ({
    day,
    value: dailyValues[id](index),
  }));
}

function metric(
  id: MetricId,
  rest: Omit<
    Metric,
    'id' | 'unit' | 'target' | 'definition' | 'sparkline' | 'asOf'
  >,
): Metric {
  return {
    id,
    unit: id === 'page-load' ? 'seconds' : 'share',
    target: defaultTargets[id],
    definition: { version: 1, text: definitionTexts[id] },
    sparkline: sparklineOf(id),
    asOf: '2026-11-22T23:00:00.000Z',
    ...rest,
  };
}

const closedWindow = (days: number): Metric['window'] => ({
  days,
  observedDays: days,
  from: days === 28 ? '2026-10-25T23:00:00.000Z' : '2026-10-24T09:14:00.000Z',
  to: days === 28 ? '2026-11-22T23:00:00.000Z' : computedAt,
});

export const activeUsers = metric('active-users', {
  name: 'Active users',
  value: 28 / 300,
  status: 'missed',
  statement:
    '28 of 300 developers were active in the last 28 days: 9.3%, where at least 30% is the target.',
  numerator: 28,
  denominator: 300,
  coverage: 1,
  window: closedWindow(28),
  today: { value: null, count: 5, additional: 5 },
  delta: {
    change: 28 / 300 - 25 / 290,
    previousValue: 25 / 290,
    previousDay: '2026-10-25',
    numeratorChange: 3,
    denominatorChange: 10,
  },
  facts: {
    'users-needed': 62,
    'outside-developers': 4,
    'daily-active': 9,
    'weekly-active': 17,
    'regular-users': 11,
  },
  notes: [],
});

export const pageLoad = metric('page-load', {
  name: 'Page load, 75th percentile',
  value: 6.84,
  status: 'missed',
  statement:
    'Three quarters of 4,212 page loads took at most 6.8 s, where under 5 s is the target.',
  sampleCount: 4212,
  coverage: 1,
  window: closedWindow(28),
  today: { value: 6.2, count: 130 },
  delta: { change: -0.9, previousValue: 7.74, previousDay: '2026-10-25' },
  facts: {
    p50: 4.1,
    p95: 14.8,
    p99: 27.3,
    'share-within-target': 0.6149,
    'route-p75': 1.9,
    'route-loads': 18_930,
  },
  notes: [],
});

export const uptime = metric('uptime', {
  name: 'Uptime, 30 days',
  value: 2_583_027 / 2_584_800,
  status: 'met',
  statement:
    'The portal was up 99.93% of the last 30 days, where at least 99.9% is the target.',
  coverage: 2_584_375 / 2_584_800,
  window: closedWindow(30),
  today: null,
  delta: {
    change: 0.0011,
    previousValue: 0.9982,
    previousDay: '2026-10-23',
  },
  facts: {
    lenient: 2_583_027 / 2_584_375,
    'error-budget': 2584.8,
    'error-budget-used': 1773,
    incidents: 2,
    'longest-incident': 1140,
    restarts: 0,
  },
  notes: ['Based on heartbeats only: no external check has succeeded yet.'],
});

export const staleEntities = metric('stale-entities', {
  name: 'Stale catalog entities',
  value: 3 / 47,
  status: 'missed',
  statement:
    '3 of 47 catalog entities are stale: 6.4%, where under 2% is the target.',
  numerator: 3,
  denominator: 47,
  coverage: 1,
  window: null,
  today: null,
  delta: {
    change: 1 / 47,
    previousValue: 2 / 47,
    previousDay: '2026-10-25',
    numeratorChange: 1,
    denominatorChange: 0,
  },
  facts: { 'fixes-needed': 3 },
  notes: [],
});
