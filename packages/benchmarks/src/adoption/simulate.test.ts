import { createRandom } from '../random';
import { STUDY_WEEKS, Shape, shapes } from './shapes';
import { simulate } from './simulate';

function endsOf(shape: Shape, end: number) {
  return simulate(
    {
      developers: 20_000,
      course: { shape, start: 0.06, end, bend: 0.4 },
      measuredFrom: -4,
      holidayWeek: undefined,
    },
    createRandom(7),
  );
}

const shareOf = ({
  active,
  developers,
}: {
  active: number;
  developers: number;
}) => active / developers;

describe('simulate', () => {
  it.each(shapes)('begins a %s course at its start', shape => {
    const measured = endsOf(shape, 0.36);
    expect(measured[0].week).toBe(-4);
    expect(shareOf(measured[0])).toBeCloseTo(0.06, 1);
  });

  it.each<Shape>(['linear', 's-shaped', 'concave', 'late-surge', 'plateau'])(
    'brings a %s course near its end, as far as the window has followed',
    shape => {
      const last = endsOf(shape, 0.36).at(-1)!;
      expect(last.week).toBe(STUDY_WEEKS);
      expect(shareOf(last)).toBeGreaterThan(0.31);
      expect(shareOf(last)).toBeLessThan(0.38);
    },
  );

  it('lets a decline end below where it was', () => {
    const shares = endsOf('decline', 0.2).map(shareOf);
    expect(shares.at(-1)).toBeLessThan(Math.max(...shares) - 0.03);
  });

  it('keeps who was seen for four weeks, so that samples overlap', () => {
    const flat = simulate(
      {
        developers: 500,
        course: { shape: 'linear', start: 0.2, end: 0.2, bend: 0.4 },
        measuredFrom: 4,
        holidayWeek: undefined,
      },
      createRandom(1),
    ).map(shareOf);
    const mean = flat.reduce((a, b) => a + b) / flat.length;
    const products = (lag: number) =>
      flat
        .slice(lag)
        .map((value, i) => (value - mean) * (flat[i] - mean))
        .reduce((a, b) => a + b);
    expect(products(1)).toBeGreaterThan(0);
    expect(products(1)).toBeGreaterThan(products(8));
  });

  it('shows fewer people around holidays', () => {
    const portal = {
      developers: 5_000,
      course: { shape: 'linear' as const, start: 0.3, end: 0.3, bend: 0.4 },
      measuredFrom: 4,
    };
    const usual = simulate(
      { ...portal, holidayWeek: undefined },
      createRandom(3),
    );
    const away = simulate({ ...portal, holidayWeek: 10 }, createRandom(3));
    expect(away[7].week).toBe(11);
    expect(away[7].active).toBeLessThan(usual[7].active);
  });
});
