import { mean, median, percentile } from './statistics';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

  it.each([
    [0.07, 7],
    [0.5, 50],
    [0.755, 76],
    [1, 100],
    [0, 1],
  ])('takes the nearest rank of %p', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it('takes the only value of one', () => {
    expect(percentile([7], 0.75)).toBe(7);
  });
});

describe('median', () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 2, 3], 2.5],
  ])('of %p is %p', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('mean', () => {
  it('divides the sum by the number', () => {
    expect(mean([1, 2, 6])).toBe(3);
  });
});
