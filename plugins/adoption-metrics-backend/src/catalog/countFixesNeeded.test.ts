import fc from 'fast-check';
import { countFixesNeeded } from './countFixesNeeded';

describe('countFixesNeeded', () => {
  it.each([
    [{ stale: 2, total: 100, target: 0.02 }, 1],
    [{ stale: 1, total: 100, target: 0.02 }, 0],
    [{ stale: 30, total: 1000, target: 0.02 }, 11],
    [{ stale: 1, total: 10, target: 0.02 }, 1],
    [{ stale: 0, total: 0, target: 0.02 }, 0],
    [{ stale: 3, total: 3, target: 0 }, 3],
    // 0.29 * 100 is 28.999999999999996 in floating point.
    [{ stale: 29, total: 100, target: 0.29 }, 1],
  ])('for %p is %p', (options, expected) => {
    expect(countFixesNeeded(options)).toBe(expected);
  });

  it('is the smallest number that meets the target', () => {
    const cases = fc
      .tuple(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
      )
      .chain(([total, millionths]) =>
        fc
          .integer({ min: 0, max: total })
          .map(stale => ({ total, millionths, stale })),
      );
    fc.assert(
      fc.property(cases, ({ total, millionths, stale }) => {
        const target = millionths / 1_000_000;
        const fixes = countFixesNeeded({ stale, total, target });
        const meets = (left: number) =>
          BigInt(left) * 1_000_000n < BigInt(millionths) * BigInt(total);
        expect(meets(stale - fixes)).toBe(true);
        expect(fixes === 0 || !meets(stale - fixes + 1)).toBe(true);
      }),
    );
  });
});
