import {
  say,
  withEnglish,
  type Digest,
  type DigestPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../ui/format';
import { computedAt, lastDay, timeZone } from './days';
import { alerts, deadlineAtRisk } from './deadlines';

const none = { up: [], down: [] };
const days: Record<DigestPeriod, number> = { week: 7, month: 31 };
const { state, sentence } = deadlineAtRisk.latest!;

/** Before anything was seen, and nobody is notified. */
export const emptyDigest: Digest = {
  computedAt,
  timeZone,
  period: 'week',
  from: addDays(lastDay, -6),
  to: addDays(lastDay, 1),
  asOf: '2026-11-22T23:00:00.000Z',
  title: 'Adoption, week ending 22 Nov 2026',
  text: 'Deadline: none is set.',
  metrics: [],
  deadline: null,
  people: null,
  moved: null,
  teams: none,
  plugins: none,
  owners: none,
  annotations: [],
  actions: [],
  delivery: { nextAt: null, channels: [], last: null },
};

/** Nine weeks before the deadline. */
export function digestFor({
  period = 'week',
}: {
  period?: DigestPeriod;
}): Digest {
  const title = `Adoption, ${period} ending 22 Nov 2026`;
  return {
    ...emptyDigest,
    period,
    title,
    from: addDays(lastDay, 1 - days[period]),
    text: `Active users: 9% (28 of 300), below target (at least 30%). Down 0.3 points in the ${period}.\n\nDeadline, 65 days left. ${sentence}`,
    deadline: {
      state,
      sentence,
      week: lastDay,
      daysLeft: 65,
      probability: 0.02,
    },
    actions: [
      {
        id: 'win-team',
        page: 'active-users',
        ...withEnglish({
          title: [say('actions.win-team', { team: 'Payments' })],
          reason: [
            say('actions.win-team.because', {
              active: 4,
              developers: 60,
              needed: 14,
            }),
          ],
        }),
      },
      {
        id: 'simplify',
        page: 'active-users',
        ...withEnglish({
          title: [say('actions.simplify', { count: 5 })],
          reason: [say('actions.simplify.because', { used: 9 })],
        }),
      },
    ],
    delivery: {
      nextAt: '2026-11-30T08:00:00.000Z',
      channels: ['notifications', 'webhook'],
      last: {
        at: computedAt,
        title,
        lastDay,
        deliveries: alerts.alerts[0].deliveries,
      },
    },
  };
}
