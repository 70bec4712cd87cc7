/* eslint jest/expect-expect: ["error", { "assertFunctionNames": ["expect", "fc.assert"] }] */
import { ComparedOption } from 'backstage-plugin-adoption-metrics-common';
import fc from 'fast-check';
import { rankOptions } from './rankOptions';
import { PricedOption, recommend, withRanks } from './recommend';

const words = { currency: 'EUR', isPivot: false };

function option(id: string, facts: Partial<PricedOption> = {}): PricedOption {
  return {
    id,
    title: id.toUpperCase(),
    approach: 'buy',
    isCurrent: false,
    state: 'fits',
    requirements: [],
    team: null,
    value: null,
    adoption: null,
    givesUp: [],
    cost: costOf(null),
    ...facts,
  };
}

function lacking(
  state: 'not-met' | 'unknown',
  ...ids: string[]
): Pick<PricedOption, 'state' | 'requirements'> {
  const requirements = ids.map(title => ({
    id: 'team' as const,
    title,
    state,
    requires: '4 or more FTE.',
    reason: 'Your team has 2.',
    wanted: { low: 4, high: null, below: null, oneOf: null, is: null },
    have: 2,
    answer: state === 'unknown' ? title : null,
    source: null,
  }));
  return { state: state === 'unknown' ? 'unknown' : 'unfit', requirements };
}

const cost = (low: number, high: number) => ({ cost: costOf({ low, high }) });

function costOf(
  allIn: PricedOption['cost']['allIn'],
  includes: PricedOption['cost']['includes'] = ['people', 'license'],
) {
  return { allIn, includes } as PricedOption['cost'];
}

describe('recommend', () => {
  it('prefers what costs the least of all that fits', () => {
    const team = { needed: { low: 0.5, high: 1 }, have: 2, gap: 0 };
    const cheap = option('a', { ...cost(125_000, 350_000), team });
    const dear = option('b', cost(300_000, 750_000));
    const none = option('c', lacking('not-met', 'Team'));
    const open = option('d', lacking('unknown', 'Budget'));
    expect(recommend([dear, cheap, none, open], words)).toEqual({
      state: 'recommended',
      options: ['a'],
      sentence: 'A is recommended: it costs the least of the options that fit.',
      reasons: [
        'Your team of 2 FTE covers the 0.5 to 1 FTE it takes.',
        'It costs €125,000 to €350,000 per year, all-in.',
      ],
      others: [
        {
          option: 'b',
          title: 'B',
          reason:
            'It fits, but costs more: €300,000 to €750,000 per year, all-in.',
        },
        {
          option: 'c',
          title: 'C',
          reason: 'Team: 4 or more FTE. Your team has 2.',
        },
        {
          option: 'd',
          title: 'D',
          reason:
            'It is unknown whether it fits. Budget: 4 or more FTE. Your team has 2.',
        },
      ],
      toAnswer: [{ option: 'd', questions: ['Budget'] }],
    });
  });

  it.each([
    ['of the same cost', cost(1, 2), cost(1, 2)],
    ['of ranges within each other', cost(1, 5), cost(2, 4)],
    ['of unknown cost', {}, {}],
  ])('says that options %s are tied', (_, one, other) => {
    const options = [option('a', one), option('b', other)];
    const { state, options: tied, sentence } = recommend(options, words);
    expect([state, tied]).toEqual(['tie', ['a', 'b']]);
    expect(sentence).toBe(
      'A and B are tied: they fit, and none is known to cost less.',
    );
  });

  it('does not take an unknown cost for a low one', () => {
    const options = [option('a'), option('b', cost(1, 2))];
    expect(recommend(options, words)).toMatchObject({
      state: 'recommended',
      options: ['b'],
      others: [{ reason: 'It fits, but its cost is unknown.' }],
    });
  });

  it('does not take a fee without people for a low cost', () => {
    const fee = option('a', { cost: costOf({ low: 0, high: 1 }, ['license']) });
    const whole = option('b', cost(1, 2));
    expect(recommend([fee, whole], words).options).toEqual(['b']);
  });

  it('never recommends what is not known to fit, but names the closest', () => {
    const options = [
      option('a', { ...lacking('unknown', 'Team', 'Team'), ...cost(3, 4) }),
      option('b', { ...lacking('unknown', 'Team'), ...cost(1, 2) }),
      option('c', { ...lacking('not-met', 'Team'), ...cost(0, 1) }),
    ];
    expect(recommend(options, words)).toMatchObject({
      state: 'provisional',
      options: ['b'],
      sentence:
        'No option is known to fit yet. B comes closest, depending on the open questions.',
      toAnswer: [
        { option: 'a', questions: ['Team'] },
        { option: 'b', questions: ['Team'] },
      ],
    });
  });

  it('says what is closest where nothing fits, and what is missing', () => {
    const options = [
      option('a', lacking('not-met', 'Size', 'Team')),
      option('b', lacking('not-met', 'Team')),
    ];
    expect(recommend(options, words)).toMatchObject({
      state: 'none',
      options: ['b'],
      sentence: 'No option fits. B comes closest.',
      reasons: ['Team: 4 or more FTE. Your team has 2.'],
    });
  });

  it('does not move to where the portal is already', () => {
    const here = option('a', { isCurrent: true, ...cost(1, 2) });
    const there = option('b', cost(3, 4));
    const asked = { ...words, isPivot: true };
    expect(recommend([here, there], words).options).toEqual(['a']);
    expect(recommend([here, there], asked)).toMatchObject({
      options: ['b'],
      others: [
        { option: 'a', reason: 'The deadline was missed with this option.' },
      ],
    });
    expect(recommend([here], asked)).toMatchObject({
      state: 'none',
      options: [],
    });
  });
});

describe('withRanks', () => {
  const ranksOf = (options: PricedOption[]) =>
    withRanks(options).map(({ rank }: ComparedOption) => rank);

  it('ranks what fits by its cost, with ties', () => {
    expect(
      ranksOf([
        option('a', cost(2, 3)),
        option('b', cost(1, 2)),
        option('c', cost(1, 2)),
        option('d', { ...lacking('unknown', 'Team'), ...cost(0, 1) }),
        option('e'),
      ]),
    ).toEqual([3, 1, 1, null, null]);
  });

  it('never ranks higher what costs more at both ends', () => {
    const amount = fc.integer({ min: 0, max: 5 });
    const range = fc.tuple(amount, amount).map(([low, more]) => ({
      low,
      high: low + more,
    }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1 }), ranges => {
        const options = ranges.map((allIn, id) => ({ id: `${id}`, allIn }));
        const ranks = rankOptions(options);
        const isFirst = [...ranks.values()].includes(1);
        const isInOrder = options.every(a =>
          options.every(
            b =>
              a.allIn.low > b.allIn.low ||
              a.allIn.high > b.allIn.high ||
              ranks.get(a.id)! <= ranks.get(b.id)!,
          ),
        );
        return isFirst && isInOrder;
      }),
    );
  });
});
