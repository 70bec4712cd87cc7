import { growthBetween } from './heap';

describe('growthBetween', () => {
  const samples = (bytesAt: (second: number) => number) =>
    Array.from({ length: 60 }, (_, i) => (i + 1) * 10).map(second => ({
      second,
      bytes: bytesAt(second),
    }));

  it('is 1 for a flat heap, whatever the first minute was', () => {
    expect(
      growthBetween(
        samples(s => (s <= 60 ? 9 : 5)),
        60,
      ),
    ).toBe(1);
  });

  it('compares the last minute with the second', () => {
    const sizes = (second: number) => (second > 120 ? 99 : 4);
    const growing = samples(s => (s > 540 ? 6 : sizes(s)));
    expect(growthBetween(growing, 60)).toBe(1.5);
  });
});
