import fc from 'fast-check';
import { normalCdf } from './normal';
import { theilSen, valueAt } from './theilSen';

describe('theilSen', () => {
  it('finds a line whatever two of eight points are', () => {
    const points = Array.from({ length: 8 }, (_, at) => ({
      at,
      value: 3 + 2 * at,
    }));
    points[2].value = 100;
    points[6].value = -100;
    const line = theilSen(points);
    expect(line.slope).toBeCloseTo(2, 0);
    expect(valueAt(line, 10)).toBeGreaterThan(18);
  });

  it('moves and stretches with its points', () => {
    const anyPoints = fc
      .array(fc.double({ min: -10, max: 10, noNaN: true }), {
        minLength: 2,
        maxLength: 12,
      })
      .map(values => values.map((value, at) => ({ at, value })));
    fc.assert(
      fc.property(anyPoints, points => {
        const { slope } = theilSen(points);
        const moved = points.map(({ at, value }) => ({
          at,
          value: 3 * value + at + 5,
        }));
        expect(theilSen(moved).slope).toBeCloseTo(3 * slope + 1, 6);
      }),
    );
  });
});

describe('normalCdf', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447],
    [-1.2815516, 0.1],
    [1.959964, 0.975],
    [-4, 0.0000317],
  ])('is known at %d', (z, expected) => {
    expect(normalCdf(z)).toBeCloseTo(expected, 6);
  });
});
