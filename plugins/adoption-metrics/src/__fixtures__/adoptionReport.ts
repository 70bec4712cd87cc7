import {
  defaultTargets,
  type AdoptionReport,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, timeZone } from './days';
import { deadlineAtRisk } from './deadlines';
import { decisionMoney } from './decisionMoney';
import { decisionOptions } from './decisions';

const { deadline, state, sentence, daysLeft, latest, history } = deadlineAtRisk;

/** October, with everything that leadership may see. */
export const adoptionReport: AdoptionReport = {
  computedAt,
  timeZone,
  kind: 'month',
  period: '2026-10',
  from: '2026-10-01',
  to: '2026-11-01',
  asOf: '2026-11-01T00:00:00.000Z',
  today: '2026-11-23',
  title: 'Developer portal adoption, October 2026',
  verdict: {
    state: 'mixed',
    met: 1,
    sentence: '1 of 4 targets met; missed: active users.',
  },
  metrics: [
    {
      id: 'active-users',
      name: 'Active users, 28 days',
      unit: 'share',
      status: 'missed',
      statement: 'Active users: 8.7%, below target (at least 30%).',
      value: 26 / 300,
      target: defaultTargets['active-users'],
      numerator: 26,
      denominator: 300,
      change: 0.02,
    },
    {
      id: 'uptime',
      name: 'Uptime',
      unit: 'share',
      status: 'undecided',
      statement: 'Uptime: unknown.',
      value: null,
      target: defaultTargets.uptime,
      numerator: null,
      denominator: null,
      change: null,
    },
  ],
  deadline: { deadline, state, sentence, daysLeft, latest, history },
  tried: [{ day: '2026-10-12', text: 'Cut 12 plugins' }],
  earlierTried: 2,
  withheld: null,
  money: decisionMoney,
  options: decisionOptions,
  decision: {
    day: '2026-11-20',
    option: { id: 'quayside', title: 'Quayside' },
    text: 'The board: it fits best',
    by: 'user:default/ada',
  },
};
