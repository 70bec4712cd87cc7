import fc from 'fast-check';
import { parseDay } from '../time';
import { JoinerCount } from './LifecycleStore';
import { MeasuredDay } from './MeasuredDay';
import { measureOnboarding, medianDelay } from './measureOnboarding';

const dayOf = (text: string) => parseDay(text)!;

function joiners(month: string, ...delays: Array<number | undefined>) {
  return delays.map(
    (delay): JoinerCount => ({ from: dayOf(month), delay, people: 1 }),
  );
}

function measureOn(day: string, found: JoinerCount[]) {
  const measured = new MeasuredDay({
    day: dayOf(day),
    developers: 10,
    headCount: undefined,
    firstDay: undefined,
    silent: new Set(),
  });
  return measureOnboarding(measured, {
    countJoiners: async () => found,
  } as never);
}

describe('measureOnboarding', () => {
  it('measures each month in which somebody joined', async () => {
    const found = [
      ...joiners('2026-02-01', 0, 7, 8, 30, 31, undefined),
      ...joiners('2026-03-01', undefined),
    ];
    const member = '2026-02-01';
    expect(await measureOn('2026-04-05', found)).toEqual([
      expect.objectContaining({ member: '2026-03-01', value: undefined }),
      expect.anything(),
      expect.anything(),
      {
        dimension: 'onboarding',
        member,
        value: 8,
        numerator: 5,
        denominator: 6,
      },
      {
        dimension: 'onboarding-7',
        member,
        value: 2 / 6,
        numerator: 2,
        denominator: 6,
      },
      {
        dimension: 'onboarding-30',
        member,
        value: 4 / 6,
        numerator: 4,
        denominator: 6,
      },
    ]);
  });

  it('waits until the last joiner has had that many days', async () => {
    const found = joiners('2026-02-01', 0);
    const numeratorsOn = async (day: string) =>
      (await measureOn(day, found)).map(({ numerator }) => numerator);
    expect(await numeratorsOn('2026-03-06')).toEqual([1, undefined, undefined]);
    expect(await numeratorsOn('2026-03-07')).toEqual([1, 1, undefined]);
    expect(await numeratorsOn('2026-03-29')).toEqual([1, 1, undefined]);
    expect(await numeratorsOn('2026-03-30')).toEqual([1, 1, 1]);
  });
});

describe('medianDelay', () => {
  it.each([
    [[3], 3],
    [[9, 3], 3],
    [[3, 9, 4], 4],
    [[3, undefined], 3],
    [[3, undefined, undefined], undefined],
    [[], undefined],
  ])('of %p is %p', (delays, median) => {
    expect(medianDelay(joiners('2026-02-01', ...delays))).toBe(median);
  });

  it('is the middle of the sorted delays', () => {
    const anyJoiner = fc.record({
      from: fc.constant(0),
      delay: fc.option(fc.nat(9), { nil: undefined }),
      people: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(anyJoiner, { minLength: 1 }), counts => {
        const listed = counts
          .flatMap(({ delay, people }) =>
            Array.from({ length: people }, () => delay ?? Infinity),
          )
          .sort((a, b) => a - b);
        const middle = listed[Math.floor((listed.length - 1) / 2)];
        expect(medianDelay(counts) ?? Infinity).toBe(middle);
      }),
    );
  });
});
