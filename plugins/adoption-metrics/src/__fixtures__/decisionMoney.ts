import type { MoneyReport } from 'backstage-plugin-adoption-metrics-common';
import { computedAt, timeZone } from './days';
import { currency } from './decisionSource';

type Cost = MoneyReport['options'][number];

const unknownPerActive = { today: null, atTarget: null, expected: null };

export const quaysideCost: Cost = {
  option: 'quayside',
  title: 'Quayside',
  license: { low: 41_000, high: 43_000 },
  people: { low: 30_250, high: 181_500 },
  allIn: { low: 71_250, high: 224_500 },
  includes: ['people', 'license'],
  missing: [],
  contradiction: {
    fee: { low: 41_000, high: 43_000 },
    sentence: 'Seat prices come to more than the published license.',
  },
  over: [
    { years: 2, cost: { low: 142_500, high: 449_000 } },
    { years: 6, cost: { low: 427_500, high: 1_347_000 } },
  ],
  perDeveloper: { low: 237.5, high: 748.33 },
  perActive: {
    today: {
      active: { low: 28, high: 28 },
      allIn: { low: 2_544, high: 8_017 },
      license: null,
    },
    atTarget: null,
    expected: {
      active: { low: 99, high: 198 },
      allIn: { low: 359, high: 2_267 },
      license: null,
    },
  },
  netSaving: { low: 101_000, high: 303_000 },
  seats: {
    perSeatAndMonth: { low: 19, high: 19 },
    developers: 300,
    perYear: { low: 68_400, high: 68_400 },
  },
  isCurrent: false,
  cheapestFrom: {
    possible: 0.11,
    certain: 0.22,
    sentence: 'Cheapest from 11% to 22% of your developers on.',
  },
  breakEven: {
    state: 'certain',
    earliest: '2027-06-01',
    latest: '2028-03-01',
    sentence: 'Switching breaks even between Jun 1, 2027 and Mar 1, 2028.',
  },
};

export const unknownCost: Cost = {
  ...quaysideCost,
  license: null,
  people: null,
  allIn: null,
  includes: [],
  contradiction: null,
  over: [
    { years: 2, cost: null },
    { years: 6, cost: null },
  ],
  perDeveloper: null,
  perActive: unknownPerActive,
  netSaving: null,
  seats: null,
  cheapestFrom: null,
  breakEven: null,
};

export const decisionMoney: MoneyReport = {
  computedAt,
  timeZone,
  day: '2026-11-23',
  currency,
  mayChange: true,
  developers: 300,
  active: 28,
  target: 0.3,
  ratePerYear: { low: 121_000, high: 121_000 },
  inputs: {
    roles: [{ title: 'Keeper', year: 'every', fte: 2, ratePerYear: 121_000 }],
    hostingPerYear: { low: 5_000, high: 7_000 },
    spendingSince: '2026-02-23',
    changedAt: '2026-11-20T09:00:00.000Z',
    changedBy: 'user:default/priya.nair',
  },
  current: {
    option: 'lighthouse',
    roles: [],
    peopleFrom: 'roles',
    people: {
      first: { low: 242_000, high: 242_000 },
      following: { low: 242_000, high: 242_000 },
    },
    license: null,
    hosting: { low: 5_000, high: 7_000 },
    yearOne: { low: 247_000, high: 249_000 },
    following: { low: 247_000, high: 249_000 },
    missing: [
      {
        code: 'license',
        sentence: 'What the portal costs in licenses is unknown.',
      },
    ],
    over: [
      { years: 2, cost: { low: 494_000, high: 498_000 } },
      { years: 6, cost: { low: 1_482_000, high: 1_494_000 } },
    ],
    overFromToday: [],
    perDeveloper: {
      yearOne: { low: 823.33, high: 830 },
      following: { low: 823.33, high: 830 },
    },
    perActive: {
      today: {
        active: { low: 28, high: 28 },
        allIn: { low: 8_821, high: 8_893 },
        license: null,
      },
      atTarget: {
        active: { low: 90, high: 90 },
        allIn: { low: 2_744, high: 2_767 },
        license: null,
      },
    },
    cheapestFrom: null,
    sentence: 'Your portal costs €247,000 to €249,000 a year.',
  },
  options: [
    quaysideCost,
    { ...unknownCost, option: 'driftwood', title: 'Driftwood' },
    {
      ...unknownCost,
      option: 'lighthouse',
      title: 'Lighthouse',
      isCurrent: true,
      missing: [{ code: 'license', sentence: 'No fee is published.' }],
      allIn: { low: 1_331_000, high: 1_573_000 },
    },
  ],
  spent: {
    since: '2026-02-23',
    months: 9,
    people: { low: 181_500, high: 181_500 },
    fees: { low: 3_750, high: 5_250 },
    total: { low: 185_250, high: 186_750 },
    sentence: 'Nine months of work on the portal.',
  },
};
