import type {
  ChoiceList,
  ComparedOption,
  DecisionAnswers,
  DecisionNumber,
  DecisionNumberList,
  DecisionOptions,
  DecisionQuestion,
  OptionRequirement,
} from 'backstage-plugin-adoption-metrics-common';
import { computedAt, timeZone } from './days';
import { quaysideCost, unknownCost } from './decisionMoney';
import { currency, source } from './decisionSource';

const person = 'user:default/priya.nair';

const size: OptionRequirement = {
  id: 'developers',
  title: 'Size',
  state: 'met',
  requires: '77 to 777 developers',
  reason: 'You have 300.',
  wanted: { low: 77, high: 777, below: null, oneOf: null, is: null },
  have: 300,
  answer: null,
  source,
};

const team: OptionRequirement = {
  id: 'team',
  title: 'Team',
  state: 'not-met',
  requires: '11 FTE or more',
  reason: 'Your team has 2.',
  wanted: { low: 11, high: null, below: null, oneOf: null, is: null },
  have: 2,
  answer: 'team',
  source,
};

const horizon: OptionRequirement = {
  id: 'horizonYears',
  title: 'Horizon',
  state: 'unknown',
  requires: '9 years or more',
  reason: 'Nobody has answered this yet.',
  wanted: { low: 9, high: null, below: null, oneOf: null, is: null },
  have: null,
  answer: 'horizonYears',
  source,
};

/** What the portal is today: too large for its team. */
const lighthouse: ComparedOption = {
  id: 'lighthouse',
  title: 'Lighthouse',
  approach: 'build',
  isCurrent: true,
  state: 'unfit',
  rank: null,
  requirements: [size, team, horizon],
  team: { needed: { low: 11, high: 13 }, have: 2, gap: 9 },
  value: {
    months: { low: 21, high: 23 },
    earliest: '2028-08-23',
    latest: '2028-10-23',
  },
  adoption: {
    share: { low: 0.07, high: 0.07 },
    people: { low: 21, high: 21 },
  },
  cost: { ...unknownCost, option: 'lighthouse', title: 'Lighthouse' },
  givesUp: ['Evenings', 'Patience'],
};

/** Bought, and fits. */
const quayside: ComparedOption = {
  ...lighthouse,
  id: 'quayside',
  title: 'Quayside',
  approach: 'buy',
  isCurrent: false,
  state: 'fits',
  rank: 1,
  requirements: [size],
  team: { needed: { low: 0.25, high: 1.5 }, have: 2, gap: 0 },
  value: {
    months: { low: 2, high: 5 },
    earliest: '2027-01-23',
    latest: '2027-04-23',
  },
  adoption: {
    share: { low: 0.33, high: 0.66 },
    people: { low: 99, high: 198 },
  },
  cost: quaysideCost,
  givesUp: ['A view of the sea'],
};

/** Of which next to nothing is known. */
const driftwood: ComparedOption = {
  ...lighthouse,
  id: 'driftwood',
  title: 'Driftwood',
  approach: 'extend',
  isCurrent: false,
  state: 'unknown',
  requirements: [horizon],
  team: null,
  value: null,
  adoption: null,
  givesUp: [],
};

export const decisionOptions: DecisionOptions = {
  computedAt,
  timeZone,
  today: '2026-11-23',
  currency,
  developers: 300,
  verdict: {
    state: 'pivot',
    sentence: 'Switch: the deadline was missed, and two causes remain.',
    met: 0,
    metrics: [
      { id: 'active-users', status: 'missed', statement: '' },
      { id: 'uptime', status: 'missed', statement: '' },
    ],
    deadline: 'missed',
    causes: [
      {
        id: 'team',
        title: 'Dedicated team',
        state: 'not-met',
        reason: 'Your team has 2 FTE.',
        code: 'team',
        values: { team: 2, least: 4 },
      },
    ],
    unknown: [
      {
        id: 'sponsor',
        title: 'Executive sponsor',
        state: 'unknown',
        reason: 'Nobody has answered this yet.',
        code: 'unanswered',
        values: {},
      },
    ],
  },
  recommendation: {
    state: 'recommended',
    options: ['quayside'],
    sentence: 'Quayside is the only option that fits.',
    reasons: ['Your team covers it.'],
    others: [
      {
        option: 'lighthouse',
        title: 'Lighthouse',
        reason: 'Your team is 9 FTE short.',
      },
    ],
    toAnswer: [{ option: 'driftwood', questions: ['horizonYears'] }],
  },
  approach: {
    label: 'buy',
    sentence: 'Buy: few people are there, and value is needed soon.',
    reasons: ['Two people work on the portal.'],
  },
  staffing: {
    state: 'not-viable',
    team: 2,
    sentence: 'A team of 2 FTE is 9 short of the 11 that Lighthouse takes.',
  },
  readiness: {
    option: 'lighthouse',
    title: 'Lighthouse',
    state: 'wrong-choice',
    sentence: 'One answer is no: Lighthouse is the wrong choice.',
    questions: [
      {
        id: 'keeper',
        text: 'Is there a keeper for 19 years?',
        answer: false,
        isStale: false,
      },
      {
        id: 'rocks',
        text: 'Does it stand on rocks?',
        answer: true,
        isStale: false,
      },
      {
        id: 'storms',
        text: 'Will it stand 99 storms?',
        answer: null,
        isStale: true,
      },
    ],
  },
  pilot: {
    state: 'not-met',
    firstVisitOn: '2026-02-23',
    months: 9,
    teams: { active: 1, all: 25 },
    sentence: 'The portal is still in its pilot.',
  },
  bottleneck: {
    state: 'unknown',
    outsideChanges: null,
    sentence: 'Nobody has said who changes the portal.',
  },
  options: [quayside, driftwood, lighthouse],
};

const question: DecisionQuestion = {
  id: 'team',
  text: 'How many people work on the portal?',
  kind: 'number',
  unit: 'FTE',
  choices: [],
  least: 0,
  most: null,
  state: 'answered',
  value: 2,
  note: 'as of the last budget',
  from: 'page',
  answeredOn: '2026-10-05',
  answeredBy: person,
  staleOn: '2027-10-05',
  earlier: [],
};

const unanswered = {
  state: 'unanswered',
  value: null,
  note: null,
  from: null,
  answeredOn: null,
  answeredBy: null,
  staleOn: null,
} as const;

export const decisionAnswers: DecisionAnswers = {
  timeZone,
  currency,
  mayAnswer: true,
  questions: [
    {
      ...question,
      earlier: [
        {
          value: 4,
          note: 'before the reorganization',
          answeredOn: '2026-06-01',
          answeredBy: null,
        },
      ],
    },
    {
      ...question,
      id: 'hosting',
      text: 'Who runs the portal?',
      kind: 'choice',
      unit: null,
      choices: ['self-hosted', 'managed'],
      value: 'self-hosted',
      note: null,
      from: 'configuration',
      answeredOn: null,
      answeredBy: null,
      staleOn: null,
    },
    {
      ...question,
      id: 'sponsor',
      text: 'Is there an executive sponsor?',
      kind: 'yes-no',
      unit: null,
      state: 'stale',
      value: true,
      note: null,
      answeredOn: '2025-10-05',
      answeredBy: null,
      staleOn: '2026-10-05',
    },
    {
      ...question,
      ...unanswered,
      id: 'outsideChanges',
      text: 'What share of changes comes from outside the team?',
      unit: 'share',
      least: 0,
      most: 1,
    },
    {
      ...question,
      ...unanswered,
      id: 'readiness.storms',
      text: 'Will it stand 99 storms?',
      kind: 'yes-no',
      unit: null,
    },
  ],
};

const capacity: DecisionNumber = {
  id: 'berths',
  title: 'Most plugins at once',
  option: null,
  role: null,
  milestone: null,
  unit: 'plugins',
  currency: null,
  low: null,
  high: 17,
  includes: [],
  unknown: null,
  published: { low: null, high: 17, currency: null, source },
  alsoPublished: [],
  replaced: null,
  earlier: [],
};

export const decisionNumbers: DecisionNumberList = {
  currency,
  mayReplace: true,
  numbers: [
    capacity,
    {
      ...capacity,
      id: 'quayside.fee',
      title: 'License per year',
      option: { id: 'quayside', title: 'Quayside', kind: 'fee' },
      unit: 'money/year',
      currency,
      low: 41_000,
      high: 43_000,
      includes: ['license'],
      published: { low: 31_000, high: 137_000, currency, source },
      alsoPublished: [
        {
          low: 71_000,
          high: 71_000,
          currency,
          source: { ...source, title: 'Gazette of Portals' },
        },
      ],
      replaced: {
        from: 'page',
        by: person,
        at: '2026-11-20T09:00:00.000Z',
        why: 'Their offer',
      },
      earlier: [
        {
          low: 51_000,
          high: 53_000,
          isPublished: false,
          why: 'A first quote',
          by: null,
          at: '2026-09-30T23:30:00.000Z',
        },
      ],
    },
    {
      ...capacity,
      id: 'quayside.adoption',
      title: 'Adoption',
      option: { id: 'quayside', title: 'Quayside', kind: 'adoption' },
      unit: 'share',
      low: 0.33,
      high: 0.66,
      published: { low: 0.33, high: 0.66, currency: null, source },
    },
    {
      ...capacity,
      id: 'driftwood.team',
      title: 'Team',
      option: { id: 'driftwood', title: 'Driftwood', kind: 'team' },
      unit: 'FTE',
      low: 3,
      high: 4,
      published: { low: 5, high: null, currency: null, source },
      replaced: {
        from: 'configuration',
        by: null,
        at: null,
        why: 'Our own estimate',
      },
    },
  ],
};

export const choices: ChoiceList = {
  timeZone,
  mayChoose: true,
  choosable: [
    { id: 'quayside', title: 'Quayside' },
    { id: 'stay', title: 'Stay and extend the deadline' },
    { id: 'stop', title: 'Stop' },
  ],
  choices: [
    {
      id: 1,
      day: '2026-11-02',
      option: { id: 'stay', title: 'Stay and extend the deadline' },
      text: 'Steering committee',
      writtenAt: '2026-11-02T15:00:00.000Z',
      writtenBy: null,
    },
  ],
};
