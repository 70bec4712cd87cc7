import fc from 'fast-check';
import { areAlike, isRekeyed, isSuddenFall } from './plausibility';

describe('isSuddenFall', () => {
  it('believes a fall of a fifth and doubts a larger one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fifth => {
        const previous = { developers: 5 * fifth, held: false };
        expect(isSuddenFall(previous, 4 * fifth)).toBe(false);
        expect(isSuddenFall(previous, 4 * fifth - 1)).toBe(true);
        expect(isSuddenFall(previous, 6 * fifth)).toBe(false);
      }),
    );
  });

  it('believes what it sees first, and a fall that it sees again', () => {
    expect(isSuddenFall(undefined, 1)).toBe(false);
    expect(isSuddenFall({ developers: 100, held: true }, 1)).toBe(false);
  });
});

describe('areAlike', () => {
  it.each([
    [80, 100, true],
    [100, 80, true],
    [79, 100, false],
    [0, 0, true],
    [0, 1, false],
  ])('takes %d and %d for alike: %p', (a, b, alike) => {
    expect(areAlike(a, b)).toBe(alike);
  });
});

describe('isRekeyed', () => {
  it.each([
    [10, 10],
    [250, 251],
    [90, 110],
  ])('suspects it of %d who joined and %d who departed', (joined, departed) => {
    expect(isRekeyed({ joined, departed })).toBe(true);
  });

  it.each([
    [9, 9],
    [9, 10],
    [12, 200],
    [300, 0],
    [undefined, undefined],
    [10, undefined],
  ])('does not of %p and %p', (joined, departed) => {
    expect(isRekeyed({ joined, departed })).toBe(false);
  });
});
