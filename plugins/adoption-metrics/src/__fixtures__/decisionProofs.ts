import type {
  Proof,
  ProofCandidate,
  Proofs,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../ui/format';
import { computedAt, timeZone } from './days';
import { currency } from './decisionSource';

const first: ProofCandidate = {
  id: 1,
  title: 'Quayside',
  portal: 'quayside',
  triedBy: { id: 'group:default/harbor', name: 'Harbor' },
  firstDay: '2026-10-05',
  lastDay: '2026-10-25',
  size: 10,
  teamReadOn: '2026-10-05',
  needed: 3,
  active: 4,
  share: 0.4,
  goalReachedOn: '2026-10-10',
  daysToGoal: 6,
  lastReportedDay: '2026-10-25',
  missingDays: 1,
  unknown: null,
  byDay: [1, 1, 2, null, 2, 3, 4].map((active, index) => ({
    day: addDays('2026-10-05', index),
    active,
  })),
  feedback: {
    score: 4.2,
    answers: 8,
    source: 'entered',
    by: 'user:default/priya.nair',
    at: computedAt,
  },
  costPerYear: 71_250,
  costPerActiveDeveloper: 594,
};

const second: ProofCandidate = {
  ...first,
  id: 2,
  title: 'Driftwood',
  portal: null,
  triedBy: { id: 'group:default/beach', name: 'Beach' },
  firstDay: '2026-10-26',
  lastDay: '2026-11-15',
  active: null,
  share: null,
  goalReachedOn: null,
  daysToGoal: null,
  lastReportedDay: null,
  missingDays: 0,
  unknown: {
    code: 'not-reported',
    sentence: 'Its activity is not reported.',
  },
  byDay: [],
  feedback: null,
  costPerYear: null,
  costPerActiveDeveloper: null,
};

export const decisionProof: Proof = {
  id: 7,
  mode: 'sequential',
  state: 'finished',
  firstDay: '2026-10-05',
  lastDay: '2026-12-06',
  computedAt,
  timeZone,
  currency,
  weeks: 3,
  evaluationWeeks: 3,
  goal: 0.3,
  minimumGroupSize: 5,
  mayChange: true,
  plannedBy: 'user:default/priya.nair',
  plannedAt: '2026-09-28T09:00:00.000Z',
  definition: {
    version: 1,
    text: 'Members of the team with activity since the start.',
  },
  evaluation: { firstDay: '2026-11-16', lastDay: '2026-12-06' },
  candidates: [first, second],
  result: {
    outcome: 'winner',
    candidates: [1],
    decidedBy: 'days',
    sentence: 'Quayside won: its team reached the goal on day 6.',
  },
  warnings: [
    { code: 'small-team', sentence: 'Teams of ten are small.' },
    { code: 'novelty', sentence: 'New things are tried more than used.' },
  ],
};

export const decisionProofs: Proofs = {
  computedAt,
  timeZone,
  mayChange: true,
  defaults: { weeks: 3, evaluationWeeks: 3, goal: 0.3, minimumGroupSize: 5 },
  proofs: [
    {
      id: 7,
      mode: 'sequential',
      state: 'finished',
      firstDay: '2026-10-05',
      lastDay: '2026-12-06',
      candidates: ['Quayside', 'Driftwood'],
    },
  ],
};
