/** A value at a point in time. */
export interface Point {
  at: number;
  value: number;
}

/** A straight line: `intercept + slope * at`. */
export interface Line {
  slope: number;
  intercept: number;
}

/**
 * The line with the median slope between all pairs of points (Theil 1950, Sen
 * 1968). Unlike least squares, it tolerates up to 29% of outliers.
 *
 * @param points - at least two, at different times
 */
export function theilSen(points: Point[]): Line {
  const slopes: number[] = [];
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const run = points[j].at - points[i].at;
      slopes.push((points[j].value - points[i].value) / run);
    }
  }
  const slope = middle(slopes);
  const intercept = middle(points.map(({ at, value }) => value - slope * at));
  return { slope, intercept };
}

export function valueAt({ slope, intercept }: Line, at: number): number {
  return intercept + slope * at;
}

/** The median. */
export function middle(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}
