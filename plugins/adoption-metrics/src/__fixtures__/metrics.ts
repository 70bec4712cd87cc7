import {
  defaultTargets,
  inEnglish,
  say,
  withEnglish,
  type Metric,
  type MetricId,
  type Wording,
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

/** What is said of a metric in every statement about it. */
export function partsOf({
  id,
  unit,
  target,
}: Pick<Metric, 'id' | 'unit' | 'target'>) {
  const limit = { type: 'limit', value: target.value, unit } as const;
  return {
    name: say(`scorecard.name.${id}`),
    value: say('scorecard.unknown'),
    target: say('scorecard.at-least', { value: limit }),
  };
}

function metric(
  id: MetricId,
  rest: Omit<
    Metric,
    | 'id'
    | 'name'
    | 'unit'
    | 'target'
    | 'definition'
    | 'sparkline'
    | 'asOf'
    | 'statement'
    | 'notes'
    | 'wording'
  > & { status: 'met' | 'missed'; notes?: Wording[] },
): Metric {
  const unit = id === 'page-load' ? 'seconds' : 'share';
  const target = defaultTargets[id];
  const { notes = [] } = rest;
  const said = say('scorecard.decided', {
    ...partsOf({ id, unit, target }),
    verdict: say('scorecard.below-target'),
  });
  return {
    id,
    name: inEnglish(say(`scorecard.name.${id}`)),
    unit,
    target,
    definition: {
      version: 1,
      ...withEnglish({ text: definitionTexts[id] }),
    },
    sparkline: sparklineOf(id),
    asOf: '2026-11-22T23:00:00.000Z',
    ...rest,
    statement: inEnglish(said),
    notes: notes.map(inEnglish),
    wording: { statement: [said], notes: notes.map(note => [note]) },
  };
}

const closedWindow = (days: number): Metric['window'] => ({
  days,
  observedDays: days,
  from: days === 28 ? '2026-10-25T23:00:00.000Z' : '2026-10-24T09:14:00.000Z',
  to: days === 28 ? '2026-11-22T23:00:00.000Z' : computedAt,
});

export const activeUsers = metric('active-users', {
  value: 28 / 300,
  status: 'missed',
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
});

export const pageLoad = metric('page-load', {
  value: 6.84,
  status: 'missed',
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
});

export const uptime = metric('uptime', {
  value: 2_583_027 / 2_584_800,
  status: 'met',
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
  notes: [say('scorecard.note.heartbeats-only')],
});

export const staleEntities = metric('stale-entities', {
  value: 3 / 47,
  status: 'missed',
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
});
