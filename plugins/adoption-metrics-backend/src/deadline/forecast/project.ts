import { Mixture } from './Mixture';
import { Line, Point, theilSen, valueAt } from './theilSen';

interface ProjectionOptions {
  /** How many lines are drawn. */
  draws: number;
  /**
   * Deviation by which the slope of a trend changes in a week, on the scale of
   * the points: trends bend, and the further away the more so.
   */
  bend: number;
  random: () => number;
}

/** A trend, and where it may lead. */
export interface Projection {
  trend: Line;
  /** Where the value may be so many weeks after the newest point. */
  after(weeks: number): Mixture;
}

/**
 * Weeks by which the windows of neighboring samples overlap. Errors within
 * such a block belong together, and are drawn together.
 */
const BLOCK = 4;

/**
 * Where a trend may lead: Theil-Sen lines through resampled data (a moving
 * block bootstrap of the errors; Künsch 1989), each of which bends at random
 * from then on, plus the error of a sample.
 *
 * @param points - by time, on the axis in which the trend is straight
 */
export function project(
  points: Point[],
  { draws, bend, random }: ProjectionOptions,
): Projection {
  const trend = theilSen(points);
  const errors = points.map(({ at, value }) => value - valueAt(trend, at));
  const lines = Array.from({ length: draws }, () =>
    theilSen(resample(points, { trend, errors, random })),
  );
  const end = points[points.length - 1].at;
  const variance = meanSquare(errors);
  return {
    trend,
    after: weeks =>
      new Mixture(
        lines.map(line => valueAt(line, end + weeks)),
        Math.sqrt(variance + bend ** 2 * bendingOver(weeks)),
      ),
  };
}

/** What the same process might have shown instead. */
function resample(
  points: Point[],
  options: { trend: Line; errors: number[]; random: () => number },
): Point[] {
  const { trend, errors, random } = options;
  let start = 0;
  return points.map(({ at }, index) => {
    if (index % BLOCK === 0) {
      start = Math.floor(random() * errors.length) - index;
    }
    const error = errors[(start + index) % errors.length];
    return { at, value: valueAt(trend, at) + error };
  });
}

function meanSquare(errors: number[]): number {
  return errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length;
}

/**
 * Variance of the value after some weeks in which the slope walks at random
 * with variance 1: the sum of the squares from 1 to the number of weeks.
 */
function bendingOver(weeks: number): number {
  return (weeks * (weeks + 1) * (2 * weeks + 1)) / 6;
}
