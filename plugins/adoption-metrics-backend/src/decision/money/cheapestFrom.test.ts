import fc from 'fast-check';
import { cheapestFrom } from './cheapestFrom';

const one = (amount: number) => ({ low: amount, high: amount });

it.each([
  [one(90_000), [one(1_000)], 300, { possible: 0.3, certain: 0.3 }],
  [one(90_000), [one(1_000), one(3_000)], 300, { possible: 0.3, certain: 0.3 }],
  [
    { low: 90_000, high: 180_000 },
    [{ low: 1_000, high: 2_000 }],
    300,
    { possible: 0.15, certain: 0.6 },
  ],
  [one(900_000), [one(1_000)], 300, { possible: null, certain: null }],
  [
    { low: 90_000, high: 900_000 },
    [one(1_000)],
    300,
    { possible: 0.3, certain: null },
  ],
  [one(0), [one(0)], 300, { possible: 0, certain: 0 }],
])('of %j beside %j for %d developers', (allIn, others, developers, shares) => {
  expect(cheapestFrom(allIn, others, developers)).toEqual(shares);
});

it('knows nothing without anything to compare, or without developers', () => {
  expect(cheapestFrom(one(1), [], 300)).toBeUndefined();
  expect(cheapestFrom(one(1), [one(1)], 0)).toBeUndefined();
});

const amount = fc.integer({ min: 1, max: 3_000_000 });
const range = fc
  .tuple(amount, amount)
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

it('is certain no sooner than possible, and then indeed the cheapest', () => {
  fc.assert(
    fc.property(
      range,
      fc.array(range, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 5_000 }),
      (allIn, others, developers) => {
        const { possible, certain } = cheapestFrom(allIn, others, developers)!;
        fc.pre(certain !== null);
        expect(possible!).toBeLessThanOrEqual(certain!);
        const perActive = allIn.high / (certain! * developers);
        others.forEach(({ low }) =>
          expect(perActive).toBeLessThanOrEqual(low * (1 + 1e-9)),
        );
      },
    ),
  );
});
