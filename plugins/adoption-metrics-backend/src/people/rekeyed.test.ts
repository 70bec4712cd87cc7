import { isRekeyed } from './rekeyed';

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
