import {
  alertRules,
  inEnglish,
  say,
  withEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import type {
  AnnotationList,
  AlertList,
  AlertTest,
  DeadlineLog,
  DeadlineReport,
  DeadlineSummary,
  DecisionPlans,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../ui/format';
import { computedAt, lastDay, noise, timeZone } from './days';
import { source } from './decisionSource';

const date = '2027-01-27';
const wobble = noise(3);

const history = Array.from({ length: 17 }, (_, index) => ({
  day: addDays(lastDay, (index - 16) * 7),
  share: index === 16 ? 28 / 300 : 0.092 + 0.004 * wobble(index),
}));

const fan = Array.from({ length: 10 }, (_, index) => ({
  day: index === 9 ? date : addDays(lastDay, (index + 1) * 7),
  low: 0.09 - 0.006 * index,
  median: 0.095 + 0.002 * index,
  high: 0.1 + 0.01 * index,
}));

const goal = { type: 'share', value: 0.3 } as const;

const saidAtRisk = [
  say('deadline.at-risk', {
    median: { type: 'share', value: 0.11 },
    day: { type: 'day', value: date },
    low: { type: 'share', value: 0.04 },
    high: { type: 'share', value: 0.19 },
  }),
  say('deadline.probability', {
    goal,
    probability: { type: 'percent', value: 0.02 },
  }),
];

const atRisk = inEnglish(saidAtRisk);

/** Nine weeks before the deadline, with no growth to speak of. */
export const deadlineAtRisk: DeadlineReport = {
  computedAt,
  timeZone,
  deadline: {
    source: 'api',
    start: '2026-07-27',
    date,
    goal: 0.3,
    hold: 2,
    holidays: [{ from: '2026-12-21', to: '2027-01-04' }],
    recipients: ['group:default/portal-team'],
  },
  state: 'at-risk',
  sentence: atRisk,
  daysLeft: 65,
  channels: ['notifications'],
  configuredRecipients: [],
  nobodyNotified: null,
  mayChange: true,
  decision: null,
  latest: {
    week: lastDay,
    state: 'at-risk',
    sentence: atRisk,
    share: 28 / 300,
    active: 28,
    developers: 300,
    stillNeeded: 62,
    forecast: {
      model: 'theil-sen-linear-logit-1',
      seed: 2968,
      probability: 0.02,
      end: fan[9],
      fan,
      goalReachedOn: null,
      achievedPerWeek: 0.6,
      requiredPerWeek: 6.4,
    },
    evaluatedAt: computedAt,
    isPartial: false,
    isCorrection: false,
  },
  current: {
    share: 28 / 300,
    active: 28,
    developers: 300,
    day: lastDay,
    band: 'stalled',
  },
  reference: {
    share: 0.1,
    label: 'Average adoption elsewhere, an estimate: some staff, 2023',
  },
  straightLine: {
    from: { day: '2026-07-26', share: 0.08 },
    to: { day: date, share: 0.3 },
    expected: 0.2215,
    ahead: 28 / 300 - 0.2215,
    perWeek: 0.0008,
    neededPerWeek: 0.0219,
    projected: 0.1,
    goalReachedOn: '2031-11-14',
  },
  suggestion: null,
  stuck: null,
  weeks: history.map(({ day }, index) => ({
    week: day,
    state: index < 9 ? ('watch' as const) : ('at-risk' as const),
    probability: index < 2 ? null : 0.36 - 0.0225 * (index - 1),
  })),
  history,
  metrics: [
    {
      id: 'uptime',
      name: 'Uptime, 30 days',
      status: 'met',
      statement: 'Uptime, 30 days: 99.93%, on target (at least 99.9%).',
    },
    {
      id: 'stale-entities',
      name: 'Stale catalog entities',
      status: 'missed',
      statement:
        'Stale catalog entities: 6.4% (3 of 47), above target (under 2%).',
    },
  ],
  verdict: {
    state: 'mixed',
    met: 1,
    sentence: '1 of 4 targets are met; missed: active users.',
  },
};

/** The date has passed, and nobody has decided yet. */
export const deadlineMissed: DeadlineReport = {
  ...deadlineAtRisk,
  state: 'missed',
  sentence:
    'The deadline has passed with 9.3% (28 of 300); the goal was 30%. It is time to decide.',
  daysLeft: -3,
};

/** Nobody has set a deadline, and nothing is known yet. */
export const noDeadline: DeadlineReport = {
  ...deadlineAtRisk,
  deadline: null,
  state: null,
  nobodyNotified: { reason: 'no-recipients', unreachable: [] },
  channels: [],
  sentence: 'There is no deadline: nothing counts down.',
  daysLeft: null,
  latest: null,
  weeks: [],
  straightLine: null,
  current: {
    share: null,
    active: null,
    developers: null,
    day: null,
    band: null,
  },
  history: [],
};

/** Stuck for weeks without a deadline. */
export const stuckWithoutDeadline: DeadlineReport = {
  ...noDeadline,
  current: deadlineAtRisk.current,
  history,
  suggestion:
    'Active users have been below 15% for 6 weeks. A deadline helps: give it six months to reach 30%, and decide on that day.',
  stuck: { below: 0.15, weeks: 6 },
};

/** What the homepage card shows of a report. */
export function summaryOf(report: DeadlineReport): DeadlineSummary {
  const { deadline, decision, nobodyNotified } = report;
  const { state, daysLeft, latest, stuck, history: weeks } = report;
  return {
    deadline,
    state,
    daysLeft,
    latest,
    isDecided: decision !== null,
    decision: decision && decision.decision,
    nobodyNotified: nobodyNotified && nobodyNotified.reason,
    stuck,
    history: weeks,
  };
}

/** One that was sent, and one that could not be yet. */
export const alerts: AlertList = {
  nextCursor: null,
  channels: ['notifications', 'webhook'],
  rules: alertRules.map(rule => ({
    rule,
    enabled: rule !== 'milestone',
    channels: rule === 'milestone' ? [] : ['notifications', 'webhook'],
    mute:
      rule === 'collection'
        ? { until: '2026-12-31', by: 'configuration' }
        : null,
  })),
  alerts: [
    {
      id: '2',
      rule: 'deadline',
      subject: '1',
      state: 'at-risk',
      severity: 'high',
      ...withEnglish({
        title: [say('alerts.deadline.at-risk')],
        text: saidAtRisk,
      }),
      at: computedAt,
      acknowledgement: null,
      deliveries: [
        {
          id: '2-notifications',
          channel: 'notifications',
          status: 'sent',
          attempts: 1,
          error: null,
          sentAt: computedAt,
        },
        {
          id: '2-webhook',
          channel: 'webhook',
          status: 'pending',
          attempts: 3,
          error: 'http-503',
          sentAt: null,
        },
      ],
    },
  ],
};

const arrived = {
  status: 'delivered' as const,
  code: null,
  fix: null,
  wording: null,
};

/** One of three messages has arrived. */
export const alertTest: AlertTest = {
  at: computedAt,
  results: [
    {
      channel: 'notifications',
      recipient: 'user:default/priya.nair',
      ...arrived,
    },
    {
      channel: 'notifications',
      recipient: 'group:default/empty',
      status: 'not-delivered',
      code: 'recipient-empty',
      ...withEnglish({ fix: [say('alerts.fix.recipient-empty')] }),
    },
    {
      channel: 'webhook',
      recipient: null,
      status: 'not-delivered',
      code: 'http-503',
      ...withEnglish({ fix: [say('alerts.fix.webhook')] }),
    },
  ],
};

export const deadlineLog: DeadlineLog = {
  entries: [
    {
      at: '2026-07-27T09:00:00.000Z',
      by: 'user:default/priya.nair',
      act: 'set',
      before: null,
      after: deadlineAtRisk.deadline,
      correction: null,
    },
  ],
};

export const annotations: AnnotationList = {
  timeZone: 'Europe/Berlin',
  annotations: [
    {
      id: 1,
      day: '2026-10-07',
      text: 'Cut 12 plugins',
      decision: null,
      writtenAt: '2026-10-08T09:00:00.000Z',
      writtenBy: 'user:default/priya.nair',
    },
    {
      id: 2,
      day: '2026-11-02',
      text: 'Steering committee',
      decision: { id: 'stay', title: 'Stay and extend the deadline' },
      writtenAt: '2026-11-02T15:00:00.000Z',
      writtenBy: null,
    },
  ],
};

export const plans: DecisionPlans = {
  computedAt,
  timeZone,
  launchedOn: '2026-02-23',
  plans: [
    {
      id: '12-18-months',
      title: '12 to 18 months',
      source,
      milestones: [
        { day: '2026-02-23', share: 0 },
        { day: '2027-02-23', share: 0.125 },
        { day: '2027-08-23', share: 0.3 },
      ],
      expected: 0.0935,
      monthsAhead: -0.02,
    },
    {
      id: '18-24-months',
      title: '18 to 24 months',
      source,
      milestones: [
        { day: '2026-02-23', share: 0 },
        { day: '2027-06-23', share: 0.125 },
        { day: '2028-02-23', share: 0.3 },
      ],
      expected: 0.07,
      monthsAhead: 2.96,
    },
  ],
};
