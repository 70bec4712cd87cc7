import { approachOf } from './approach';

type Judged = Parameters<typeof approachOf>[0][number];

const option = (facts: Partial<Judged>): Judged => ({
  title: 'Beacon',
  approach: 'buy',
  state: 'fits',
  rank: 1,
  requirements: [],
  ...facts,
});

const short = [
  {
    id: 'team' as const,
    title: 'Team',
    state: 'not-met' as const,
    requires: '7 or more FTE.',
    reason: 'Your team has 2.',
    wanted: { low: 7, high: null, below: null, oneOf: null, is: null },
    have: 2,
    answer: null,
    source: null,
  },
];

describe('approachOf', () => {
  it('builds where all is there that it takes, even if others cost less', () => {
    const own = option({ title: 'Own', approach: 'build', rank: 2 });
    expect(approachOf([option({}), own])).toMatchObject({
      label: 'build',
      reasons: ['Own fits.'],
    });
  });

  it('buys where people are few, and says what is missing to build', () => {
    const own = option({
      title: 'Own',
      approach: 'build',
      state: 'unfit',
      rank: null,
      requirements: short,
    });
    expect(approachOf([own, option({})])).toMatchObject({
      label: 'buy',
      reasons: ['Beacon fits.', 'Own does not fit: team.'],
    });
  });

  it('extends where that ranks first', () => {
    const more = option({ approach: 'extend' });
    expect(approachOf([more, option({ rank: 2 })]).label).toBe('extend');
  });

  it('says that it is a tie', () => {
    const more = option({ title: 'More', approach: 'extend' });
    expect(approachOf([more, option({})])).toMatchObject({
      label: null,
      sentence: 'Buy or extend: it is unknown which costs less.',
    });
  });

  it.each([
    ['unknown', 'Undecided: no option is known to fit.'],
    ['unfit', 'None: no option fits.'],
  ] as const)('has no label where all are %s', (state, sentence) => {
    expect(approachOf([option({ state, rank: null })])).toMatchObject({
      label: null,
      sentence,
    });
  });
});
