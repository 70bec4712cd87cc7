import { Sample } from '../../samples';
import { lastDayOfWeek } from '../../time';
import { sampleOf } from '../../samples/__testUtils__/samples';
import { findSpiral } from './spiral';
import { trendOf } from './trend';

const FIRST_WEEK = 2_900;

function headlines(shares: number[], rest: Partial<Sample> = {}): Sample[] {
  return shares.map((value, index) =>
    sampleOf({ day: lastDayOfWeek(FIRST_WEEK + index), value, ...rest }),
  );
}

const falling = [0.14, 0.12, 0.1, 0.08];
const rising = [0.04, 0.07, 0.11, 0.15];

/** Every order of the values. */
function ordersOf(values: number[]): number[][] {
  return values.length < 2
    ? [values]
    : values.flatMap((value, index) =>
        ordersOf(values.filter((_, other) => other !== index)).map(rest => [
          value,
          ...rest,
        ]),
      );
}

describe('trendOf', () => {
  it.each([4, 5, 6, 7, 8])(
    'takes chance for a trend in at most 5%% of %i values',
    length => {
      const orders = ordersOf(Array.from({ length }, (_, index) => index));
      const share = (trend: string) =>
        orders.filter(order => trendOf(order) === trend).length / orders.length;
      expect(share('rising')).toBeLessThanOrEqual(0.05);
      expect(share('rising')).toBeGreaterThan(0.02);
      expect(share('falling')).toBe(share('rising'));
    },
  );

  it('sees none in a single leap, in ties or in too few values', () => {
    expect(trendOf([1, 1, 1, 1, 1, 1, 1, 9])).toBe('none');
    expect(trendOf([2, 2, 2, 2])).toBe('none');
    expect(trendOf([1, 2, 3])).toBe('none');
  });
});

describe('findSpiral', () => {
  it('warns where staleness rose while active users fell', () => {
    const spiral = findSpiral(headlines(falling), headlines(rising));
    expect(spiral).toMatchObject({
      weeks: 4,
      from: '2025-08-03',
      to: '2025-08-24',
      weeksNeeded: 4,
      signs: [
        {
          id: 'stale-rising',
          present: true,
          before: 0.04,
          after: 0.15,
          sentence: 'Stale entities went from 4% to 15% of the catalog.',
        },
        {
          id: 'active-falling',
          present: true,
          before: 0.14,
          after: 0.08,
          sentence: 'Active users went from 14% to 8% of the developers.',
        },
      ],
      sentence:
        'Both signs in the last 4 closed weeks: the catalog got staler while fewer people used the portal. These metrics do not show which caused the other.',
    });
  });

  it.each([
    ['one', falling, falling, /^One of two signs in the last 4/],
    ['none', rising, falling, /^No sign in the last 4/],
  ])('counts %s', (_, active, stale, sentence) => {
    expect(findSpiral(headlines(active), headlines(stale)).sentence).toMatch(
      sentence,
    );
  });

  it('compares the last eight weeks only', () => {
    const before = [0.5, 0.4, 0.3];
    const since = [1, 2, 3, 4, 5, 6, 7, 8].map(each => each / 100);
    const all = headlines([...before, ...since]);
    expect(findSpiral(all, all)).toMatchObject({
      weeks: 8,
      signs: [{ present: true }, { present: false }],
    });
  });

  it('leaves out days within a week, and weeks that one metric lacks', () => {
    const monday = sampleOf({
      day: lastDayOfWeek(FIRST_WEEK + 3) + 1,
      value: 0.5,
    });
    const active = [...headlines(falling), monday];
    const stale = headlines(rising).filter((_, index) => index !== 1);
    expect(findSpiral(active, stale)).toMatchObject({
      weeks: 3,
      signs: [],
      sentence: 'Needs 4 closed weeks of both metrics; there are 3.',
    });
  });

  it('does not compare weeks under different definitions', () => {
    const [old, ...rest] = headlines(rising);
    const stale = [{ ...old, definitionVersion: 7 }, ...rest];
    expect(findSpiral(headlines(falling), stale).weeks).toBe(3);
  });

  it('concludes nothing while a metric has no verdict', () => {
    const given = [headlines(falling), headlines(rising)] as const;
    expect(findSpiral(...given, ['active-users'])).toMatchObject({
      weeks: 4,
      signs: [],
      sentence: 'Not enough data on active users.',
    });
  });

  it('knows nothing of nothing', () => {
    expect(findSpiral([], [])).toMatchObject({
      weeks: 0,
      from: null,
      to: null,
    });
  });
});
