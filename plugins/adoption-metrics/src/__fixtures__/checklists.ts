import type {
  DecisionChecklist,
  ChecklistStep,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, timeZone } from './days';

const steps: ChecklistStep[] = [
  {
    id: 'deadline',
    title: 'Set a deadline',
    state: 'done',
    reason: 'It is 27 Jan 2027.',
    code: 'deadline',
    values: { date: '2027-01-27' },
    page: 'deadline',
  },
  {
    id: 'audit',
    title: 'Look at who uses the portal, and what for',
    state: 'open',
    reason:
      'Nobody was seen to open the page with teams and plugins since 27 Jul 2026.',
    code: 'not-viewed',
    values: { since: '2026-07-27', times: 0 },
    page: 'active-users',
  },
  {
    id: 'simplify',
    title: 'Offer 5 plugins at most',
    state: 'open',
    reason:
      '20 plugins were used in the last 28 days, beside those of the framework.',
    code: 'plugins',
    values: { plugins: 20, most: 5, tooMany: 15, missing: ['Ships'] },
    page: 'active-users',
  },
  {
    id: 'data-quality',
    title: 'Improve catalog data quality',
    state: 'open',
    reason: 'Stale catalog entities: 6.4% (3 of 47), above target (under 2%).',
    code: 'stale',
    values: { stale: 3, entities: 47, target: 0.02 },
    page: 'stale-entities',
  },
  {
    id: 'report',
    title: 'Report to those who decide',
    state: 'open',
    reason: 'No digest has reached anyone since 27 Jul 2026.',
    code: 'no-digest',
    values: { since: '2026-07-27' },
    page: 'alerts',
  },
];

/** A deadline and nothing else. */
export const checklist: DecisionChecklist = {
  published: {
    source: 'A playbook',
    url: 'https://example.com/playbook',
    date: '2025-11-01',
    grade: 'published, unverified',
  },
  computedAt,
  timeZone,
  since: '2026-07-27',
  done: 1,
  steps,
  conditions: [
    {
      id: 'team',
      title: 'A team of its own',
      state: 'not-met',
      reason: '2 in full-time equivalents; 4 is the least.',
      code: 'team',
      values: { team: 2, least: 4 },
    },
    {
      id: 'sponsor',
      title: 'A sponsor',
      state: 'unknown',
      reason: 'Unknown: not answered yet.',
      code: 'unanswered',
      values: {},
    },
    {
      id: 'timeline',
      title: 'A realistic timeline',
      state: 'met',
      reason:
        'The leadership gives it 18 months to 30%; published plans take 12 to 24.',
      code: 'months',
      values: { months: 18, goal: 0.3, low: 12, high: 24 },
    },
  ],
};

/** Of most steps nothing is known. */
export const nothingDone: DecisionChecklist = {
  ...checklist,
  done: 0,
  steps: steps.map(step => ({ ...step, state: 'unknown' })),
};
