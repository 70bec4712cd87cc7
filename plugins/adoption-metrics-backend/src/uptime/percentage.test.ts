import fc from 'fast-check';
import { floorPercentage } from './percentage';

describe('floorPercentage', () => {
  it.each([
    [99_996, 100_000, '99.99'],
    [999, 1_000, '99.90'],
    [1, 3, '33.33'],
    [0, 5, '0.00'],
    [5, 5, '100.00'],
    [31_535_999_999, 31_536_000_000, '99.99'],
    [29, 100, '29.00'],
  ])('writes %p of %p as %p', (part, whole, text) => {
    expect(floorPercentage(part, whole)).toBe(text);
  });

  it('is never 100 while something was not observed', () => {
    expect(floorPercentage(5, 5, false)).toBe('99.99');
  });

  it('is undefined without any time', () => {
    expect(floorPercentage(0, 0)).toBeUndefined();
  });

  it('is the largest that does not exceed the truth', () => {
    const milliseconds = fc.integer({ min: 1, max: 366 * 86_400_000 });
    fc.assert(
      fc.property(milliseconds, milliseconds, (a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const digits = BigInt(floorPercentage(part, whole)!.replace('.', ''));
        expect(digits * BigInt(whole) <= BigInt(part) * 10_000n).toBe(true);
        expect((digits + 1n) * BigInt(whole) > BigInt(part) * 10_000n).toBe(
          true,
        );
      }),
    );
  });
});
