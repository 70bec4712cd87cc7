import { sampleOf } from '../samples/__testUtils__/samples';
import { describeMovement } from './movement';

function share(numerator: number, denominator: number, change = {}) {
  const value = numerator / denominator;
  return sampleOf({ numerator, denominator, value, ...change });
}

describe('describeMovement', () => {
  it.each([
    [90, 300, 95, 310, '+5 active users, +10 developers.'],
    [
      90,
      300,
      90,
      270,
      '0 active users, −30 developers. The share rose because people left, not because more were active.',
    ],
    [
      90,
      300,
      92,
      400,
      '+2 active users, +100 developers. The share fell because people joined, not because fewer were active.',
    ],
    [90, 300, 80, 400, '−10 active users, +100 developers.'],
    [90, 300, 95, 290, '+5 active users, −10 developers.'],
  ])('from %d of %d to %d of %d', (before, of, now, ofNow, movement) => {
    expect(describeMovement(share(now, ofNow), share(before, of))).toBe(
      `Against 28 days before: ${movement}`,
    );
  });

  it('is silent where nothing moved, or nothing can be compared', () => {
    const now = share(90, 300);
    expect(describeMovement(now, now)).toBeUndefined();
    expect(describeMovement(now, undefined)).toBeUndefined();
    for (const change of [
      { value: undefined },
      { definitionVersion: 2 },
      { timeZone: 'Asia/Tokyo' },
    ]) {
      expect(describeMovement(now, share(80, 300, change))).toBeUndefined();
    }
  });
});
