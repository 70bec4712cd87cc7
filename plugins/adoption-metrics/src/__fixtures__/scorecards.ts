import {
  inEnglish,
  say,
  type Metric,
  type Scorecard,
  type Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, lastDay, timeZone } from './days';
import {
  activeUsers,
  pageLoad,
  partsOf,
  staleEntities,
  uptime,
} from './metrics';

/** A company nine months in: three targets missed, one met. */
export const nineMonthsIn: Scorecard = {
  computedAt,
  timeZone,
  closedThrough: lastDay,
  firstMetricsOn: null,
  met: 1,
  metrics: [activeUsers, pageLoad, uptime, staleEntities],
  sampleHistory: null,
};

/** The same with part of its history invented. */
export const withSampleHistory: Scorecard = {
  ...nineMonthsIn,
  sampleHistory: {
    label: 'an invented company of 300 developers',
    from: '2026-02-16',
    to: lastDay,
  },
};

type FirstDays = Partial<Omit<Metric, 'statement' | 'notes' | 'wording'>>;

/** @param why - there is no verdict */
const firstDaysOf = (
  metric: Metric,
  why: Wording,
  rest: FirstDays,
): Metric => ({
  ...metric,
  status: 'undecided',
  delta: null,
  facts: {},
  ...undecidedFor(metric, why),
  sparkline: metric.sparkline.map(({ day }, index) => ({
    day,
    value: index < 86 ? null : metric.sparkline[index].value,
  })),
  ...rest,
});

function undecidedFor(metric: Metric, reason: Wording) {
  const said = say('scorecard.undecided', { ...partsOf(metric), reason });
  return {
    statement: inEnglish(said),
    notes: [],
    wording: { statement: [said], notes: [] },
  };
}

const startedOn = (days: number): Metric['window'] => ({
  days,
  observedDays: 4.4,
  from: '2026-10-25T23:00:00.000Z',
  to: '2026-11-22T23:00:00.000Z',
});

const dayFive = (days: number) =>
  say('scorecard.reason.window-day', { day: 5, days });

/** The fifth day: some metrics are known, none can be judged but one. */
export const firstDays: Scorecard = {
  ...nineMonthsIn,
  metrics: [
    firstDaysOf(activeUsers, dayFive(28), {
      reason: 'window-incomplete',
      value: 12 / 300,
      numerator: 12,
      window: startedOn(28),
    }),
    firstDaysOf(pageLoad, say('scorecard.reason.too-few-samples'), {
      reason: 'too-few-samples',
      value: 2.94,
      sampleCount: 17,
      today: { value: null, count: 0 },
    }),
    firstDaysOf(uptime, dayFive(30), {
      reason: 'window-incomplete',
      value: 1,
      coverage: 0.1466,
      window: startedOn(30),
    }),
    {
      ...firstDaysOf(staleEntities, say('scorecard.reason.no-data'), {
        value: 0,
        numerator: 0,
      }),
      status: 'met',
      facts: { 'fixes-needed': 0 },
    },
  ],
};

/** Right after the installation: nothing has been seen. */
export const nothingSeen: Scorecard = {
  ...nineMonthsIn,
  closedThrough: null,
  firstMetricsOn: '2026-11-24',
  met: 0,
  metrics: nineMonthsIn.metrics.map(metric =>
    firstDaysOf(metric, say('scorecard.reason.no-data'), {
      reason: 'no-data',
      value: null,
      numerator: undefined,
      denominator: undefined,
      sampleCount: undefined,
      coverage: null,
      window: null,
      today: null,
      asOf: null,
      sparkline: [],
    }),
  ),
};

/** The day to show to everybody. */
export const allMet: Scorecard = {
  ...nineMonthsIn,
  met: 4,
  metrics: [
    {
      ...activeUsers,
      status: 'met',
      value: 104 / 312,
      numerator: 104,
      denominator: 312,
      facts: { 'users-needed': 0, 'regular-users': 61 },
    },
    {
      ...pageLoad,
      status: 'met',
      value: 3.42,
      facts: { 'share-within-target': 0.914 },
    },
    uptime,
    {
      ...staleEntities,
      status: 'met',
      value: 0,
      numerator: 0,
      facts: { 'fixes-needed': 0 },
    },
  ],
};
