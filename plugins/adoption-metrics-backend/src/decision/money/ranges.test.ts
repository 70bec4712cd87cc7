import fc from 'fast-check';
import { ClosedRange, MoneyMath } from './ranges';

const math = new MoneyMath('USD');
const cents = fc.integer({ min: 0, max: 1e11 }).map(count => count / 100);
const range: fc.Arbitrary<ClosedRange> = fc
  .tuple(cents, cents)
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

it('adds up to the cent, in any order', () => {
  fc.assert(
    fc.property(range, range, range, (a, b, c) => {
      const sum = math.add(a, b, c)!;
      expect(math.add(c, math.add(b, a))).toEqual(sum);
      const exact =
        BigInt(Math.round(a.low * 100)) +
        BigInt(Math.round(b.low * 100)) +
        BigInt(Math.round(c.low * 100));
      expect(BigInt(Math.round(sum.low! * 100))).toBe(exact);
    }),
  );
});

it('keeps the low end below the high one', () => {
  const factor = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(
      range,
      range,
      factor,
      fc.integer({ min: 1, max: 1e5 }),
      (a, b, times, people) => {
        [
          math.add(a, b),
          math.subtract(a, b),
          math.times(a, times),
          math.per(a, people),
        ].forEach(each => expect(each!.low!).toBeLessThanOrEqual(each!.high!));
      },
    ),
  );
});

it.each([0, -1])('divides by nobody: %d', people => {
  expect(math.per({ low: 1, high: 2 }, people)).toBeNull();
});

it('keeps an open end open, and the unknown unknown', () => {
  const open = { low: 1, high: null };
  expect(math.add(open, { low: 1, high: 2 })).toEqual({ low: 2, high: null });
  expect(math.add(null, open)).toEqual(open);
  expect(math.add(null, null)).toBeNull();
  expect(math.subtract(open, null)).toBeNull();
  expect(math.subtract({ low: 5, high: 6 }, open)).toEqual({
    low: null,
    high: 5,
  });
});

it('pays whole yen', () => {
  expect(new MoneyMath('JPY').per({ low: 10, high: 20 }, 3)).toEqual({
    low: 3,
    high: 7,
  });
});
