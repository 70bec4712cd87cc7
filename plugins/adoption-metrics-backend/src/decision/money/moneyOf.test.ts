import { Metric } from 'backstage-plugin-adoption-metrics-common';
import fc from 'fast-check';
import { parseDay } from '../../time';
import { answersOf, publishedWith } from '../__testUtils__/decisionFixtures';
import { Facts } from '../facts/Facts';
import { MoneyInputs } from './currentCosts';
import { moneyOf } from './moneyOf';

const today = parseDay('2026-11-23')!;
const range = (low: number, high = low) => ({ low, high });

const target = { operator: '>=', value: 0.3 } as const;
const metrics = [{ id: 'active-users', target }] as Metric[];

function factsOf(facts: Partial<Facts> = {}): Facts {
  return { at: 0, today, metrics, developers: 300, active: 30, ...facts };
}

function moneyWith(given: {
  inputs?: MoneyInputs;
  facts?: Partial<Facts>;
  answers?: Parameters<typeof answersOf>[0];
  replaced?: Parameters<typeof publishedWith>[0];
}) {
  return moneyOf({
    published: publishedWith(given.replaced),
    answers: answersOf(given.answers ?? {}),
    facts: factsOf(given.facts),
    inputs: given.inputs ?? {},
  });
}

function optionOf(money: ReturnType<typeof moneyOf>, id: string) {
  return money.options.find(({ option }) => option === id)!;
}

describe('the portal, while nobody has entered anything', () => {
  const { current, spent } = moneyWith({});

  it('costs what published roles cost', () => {
    expect(current).toMatchObject({
      peopleFrom: 'published',
      yearOne: range(1_050_000),
      following: range(900_000),
      over: [
        { years: 3, cost: range(2_850_000) },
        { years: 5, cost: range(4_650_000) },
      ],
      overFromToday: [
        { years: 3, cost: range(2_700_000) },
        { years: 5, cost: range(4_500_000) },
      ],
      perDeveloper: { yearOne: range(3_500), following: range(3_000) },
    });
    expect(current.roles.map(({ costPerYear }) => costPerYear!.low)).toEqual([
      150_000, 300_000, 300_000, 300_000, 600_000, 300_000,
    ]);
  });

  it('costs less per active user with every one of them', () => {
    expect(current.perActive).toMatchObject({
      today: { active: range(30), allIn: range(30_000) },
      atTarget: { active: range(90), allIn: range(10_000) },
    });
  });

  it('says what it does not include, and on what it rests', () => {
    expect(current.missing).toEqual([
      {
        code: 'license',
        sentence: 'Licenses are unknown and not included.',
      },
      { code: 'hosting', sentence: 'Hosting is unknown and not included.' },
    ]);
    expect(current.sentence).toBe(
      'Based on published roles, because yours are not entered, the portal costs $900,000 a year: $3,000 per developer, $30,000 per active user.',
    );
    expect(spent).toMatchObject({ since: null, total: null });
  });
});

it.each<[string, MoneyInputs, object, number]>([
  [
    'nine months of the published roles',
    { spendingSince: '2026-02-23' },
    {},
    787_500,
  ],
  [
    'a year of the team that was answered',
    { spendingSince: '2025-11-23' },
    { team: 2 },
    300_000,
  ],
  [
    'a year and a half, of which the second year costs less',
    { spendingSince: '2025-05-23' },
    {},
    1_500_000,
  ],
  [
    'people and fees',
    {
      spendingSince: '2025-11-23',
      roles: [{ title: 'All', year: 'every', fte: 1, ratePerYear: 100_000 }],
      hostingPerYear: range(20_000),
      licensePerYear: range(5_000),
    },
    { team: 9 },
    125_000,
  ],
])('has spent %s', (_name, inputs, answers, amount) => {
  const { spent } = moneyWith({ inputs, answers });
  expect(spent.total).toEqual(range(amount));
  expect(spent.sentence).toMatch(
    /^\$[\d,]+ has already been spent\. It cannot be recovered/,
  );
});

it('lets money that is spent enter nothing else', () => {
  const before = moneyWith({ inputs: { spendingSince: '2024-01-01' } });
  const later = moneyWith({ inputs: { spendingSince: '2025-01-01' } });
  expect({ ...later, spent: null }).toEqual({ ...before, spent: null });
  expect(later.spent).not.toEqual(before.spent);
});

const switching = {
  spendingSince: '2024-11-23',
  switchCost: range(50_000, 80_000),
  parallelMonths: 3,
};

describe('a switch', () => {
  it('pays for itself on a day that is a range, the switch included', () => {
    const money = moneyWith({ inputs: switching });
    // 900,000 a year less 125,000 to 350,000, after three months of both.
    expect(optionOf(money, 'port').breakEven).toEqual({
      state: 'certain',
      earliest: '2027-03-31',
      latest: '2027-06-12',
      sentence: 'Switching breaks even between 31 Mar 2027 and 12 Jun 2027.',
    });
    expect(optionOf(money, 'self-hosted-backstage').breakEven!.state).toBe(
      'never',
    );
  });

  it('may be worth it only at the lower costs', () => {
    const money = moneyWith({ inputs: switching, answers: { team: 2 } });
    expect(optionOf(money, 'port').breakEven).toMatchObject({
      state: 'possible',
      latest: null,
    });
  });

  it('is unknown until it is known what it costs', () => {
    const { breakEven } = optionOf(moneyWith({}), 'port');
    expect(breakEven).toEqual({
      state: 'unknown',
      earliest: null,
      latest: null,
      sentence:
        'The break-even date is unknown: enter the one-time cost of switching and the months during which both are paid for.',
    });
  });

  it('leads nowhere from what the portal is already', () => {
    const money = moneyWith({
      inputs: switching,
      answers: { hosting: 'managed' },
    });
    expect(money.current.option).toBe('managed-backstage');
    expect(optionOf(money, 'managed-backstage')).toMatchObject({
      isCurrent: true,
      breakEven: null,
    });
  });
});

describe('what adoption would make it the cheapest', () => {
  it('is known of the portal itself', () => {
    const { cheapestFrom } = moneyWith({}).current;
    // Of the others, the least a user may cost is 694.44, and the most 2,916.67.
    expect(cheapestFrom).toEqual({
      possible: null,
      certain: null,
      sentence:
        'Not the cheapest per active user, even if every developer used it.',
    });
    const { current } = moneyWith({ answers: { team: 0.5 } });
    expect(current.cheapestFrom!.possible).toBeCloseTo(75_000 / 300 / 2_916.67);
    expect(current.cheapestFrom!.certain).toBeCloseTo(75_000 / 300 / 694.44);
  });

  it('is unknown without developers', () => {
    const money = moneyWith({ facts: { developers: undefined } });
    expect(money.current.cheapestFrom).toBeNull();
    expect(optionOf(money, 'port').cheapestFrom).toBeNull();
  });
});

it('knows nothing per active user while there is none, and divides nothing', () => {
  const money = moneyWith({ facts: { active: 0 } });
  expect(money.current.perActive.today).toBeNull();
  expect(optionOf(money, 'port').perActive.today).toBeNull();
  const json = JSON.stringify(money);
  expect(json).not.toMatch(/Infinity|NaN/);
  expect(json).not.toContain('null a year');
});

it('takes what replaces a published number', () => {
  const money = moneyWith({
    replaced: { ftePrice: [100_000, 120_000], 'port.fee': [10_000, 10_000] },
  });
  expect(money.current.following).toEqual(range(600_000, 720_000));
  expect(optionOf(money, 'port').allIn).toEqual(range(60_000, 130_000));
  expect(optionOf(money, 'custom-portal').allIn).toEqual(
    range(300_000, 750_000),
  );
});

it('says so where no role is of the years after the first', () => {
  const { current } = moneyWith({
    inputs: { roles: [{ title: 'Builder', year: 'first', fte: 2 }] },
  });
  expect(current).toMatchObject({ yearOne: range(300_000), following: null });
  expect(current.missing).toContainEqual({
    code: 'people-following',
    sentence: 'The cost of its people after the first year is unknown.',
  });
  expect(current.sentence).toBe(
    'The yearly cost of the portal is unknown: enter who works on it.',
  );
});

it('costs no less with more people, and adds up', () => {
  const fte = fc.integer({ min: 0, max: 400 }).map(count => count / 10);
  const rate = fc
    .integer({ min: 1, max: 40_000_000 })
    .map(cents => cents / 100);
  fc.assert(
    fc.property(fte, fte, rate, (few, more, ratePerYear) => {
      const role = (count: number) => ({
        title: String(count),
        year: 'every' as const,
        fte: count,
        ratePerYear,
      });
      const both = moneyWith({ inputs: { roles: [role(few), role(more)] } });
      const one = moneyWith({ inputs: { roles: [role(few)] } });
      const other = moneyWith({ inputs: { roles: [role(more)] } });
      const cents = (money: typeof both) =>
        Math.round(money.current.following!.low! * 100);
      expect(cents(both)).toBe(cents(one) + cents(other));
      expect(cents(both)).toBeGreaterThanOrEqual(cents(one));
    }),
    { numRuns: 25 },
  );
});
