import { Mixture } from './Mixture';
import { Line, Point, theilSen, valueAt } from './theilSen';

interface ProjectionOptions {
  /** The number of simulated lines. */
  draws: number;
  /**
   * Standard deviation of the weekly change of the slope, on the scale of the
   * points: trends change, more so in the long term.
   */
  bend: number;
  random: () => number;
}

/** A trend and its possible futures. */
export interface Projection {
  trend: Line;
  /** The distribution of the value some weeks after the newest point. */
  after(weeks: number): Mixture;
}

/**
 * Windows of adjacent samples overlap by this many weeks, so their errors are
 * correlated, and are resampled in blocks.
 */
const BLOCK = 4;

/**
 * Projects a trend: Theil-Sen lines through resampled data (a moving block
 * bootstrap of the residuals; Künsch 1989), with random changes of the slope,
 * plus the error of a sample.
 *
 * @param points - by time, on a scale on which the trend is linear
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

/** Other data that the same process could have produced. */
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
 * Variance after some weeks of a random walk of the slope with variance 1: the
 * sum of squares from 1 to the number of weeks.
 */
function bendingOver(weeks: number): number {
  return (weeks * (weeks + 1) * (2 * weeks + 1)) / 6;
}
