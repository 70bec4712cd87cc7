import fc from 'fast-check';
import {
  breakEvenRange,
  monthsToBreakEven,
  savedBy,
  Switch,
} from './breakEven';

const staying: Switch = {
  stayFirst: 900_000,
  firstMonths: 0,
  stay: 900_000,
  option: 300_000,
  once: 0,
  parallelMonths: 0,
};

it.each<[string, Partial<Switch>, number | undefined]>([
  ['at once, if it costs nothing', {}, 0],
  ['after what it saves a month has paid for it', { once: 100_000 }, 2],
  ['later, if both are paid for a while', { parallelMonths: 4 }, 6],
  ['by both', { once: 100_000, parallelMonths: 4 }, 8],
  ['never, if it costs more', { option: 900_001 }, undefined],
  ['never, if it costs the same', { option: 900_000 }, undefined],
  ['never within a hundred years', { once: 1e12 }, undefined],
  [
    'sooner, while the first year is the dearer one',
    { once: 150_000, stayFirst: 1_200_000, firstMonths: 6 },
    2,
  ],
  [
    'once the first year is over in which staying was cheaper',
    { stayFirst: 0, firstMonths: 2 },
    3,
  ],
])('pays for itself %s', (_name, given, months) => {
  const found = monthsToBreakEven({ ...staying, ...given });
  expect(found === undefined ? found : Math.round(found * 1e6) / 1e6).toBe(
    months,
  );
});

it('is a range where costs are', () => {
  const fixed = { firstMonths: 0, parallelMonths: 0 };
  const stay = { low: 600_000, high: 900_000 };
  const once = { low: 100_000, high: 200_000 };
  expect(
    breakEvenRange({
      ...fixed,
      stayFirst: stay,
      stay,
      once,
      option: { low: 300_000, high: 360_000 },
    }),
  ).toEqual({ earliest: 2, latest: 10 });
  expect(
    breakEvenRange({
      ...fixed,
      stayFirst: stay,
      stay,
      once,
      option: { low: 300_000, high: 600_000 },
    }),
  ).toEqual({ earliest: 2, latest: undefined });
});

const money = fc.integer({ min: 0, max: 2_000_000 });
const months = fc.integer({ min: 0, max: 24 });
const switches: fc.Arbitrary<Switch> = fc.record({
  stayFirst: money,
  firstMonths: months,
  stay: money,
  option: money,
  once: money,
  parallelMonths: months,
});

it('has paid for itself for good, and not before', () => {
  fc.assert(
    fc.property(switches, costs => {
      const found = monthsToBreakEven(costs);
      fc.pre(found !== undefined);
      const after = [0.01, 1, 7, 30, 600].map(later => found! + later);
      after.forEach(month =>
        expect(savedBy(month, costs)).toBeGreaterThanOrEqual(-0.01),
      );
      const before = Math.max(0, found! - 0.01);
      expect(savedBy(before, costs)).toBeLessThanOrEqual(0.01);
    }),
  );
});

it.each<keyof Switch>(['once', 'option', 'parallelMonths'])(
  'comes no sooner with more of %s',
  key => {
    fc.assert(
      fc.property(
        switches,
        fc.integer({ min: 1, max: 1_000 }),
        (costs, more) => {
          const dearer = { ...costs, [key]: costs[key] + more };
          const [sooner = Infinity, later = Infinity] = [
            monthsToBreakEven(costs),
            monthsToBreakEven(dearer),
          ];
          expect(later).toBeGreaterThanOrEqual(sooner - 1e-6);
        },
      ),
    );
  },
);
