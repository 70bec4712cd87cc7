import type { Metric } from 'backstage-plugin-adoption-metrics-common';

/** A place in a drawing, both from 0 to 1 with y growing downwards. */
export interface Place {
  x: number;
  y: number;
}

export interface SparklineGeometry {
  /** Unbroken runs of known days; nothing is drawn between them. */
  runs: Place[][];
  targetY: number;
  /** The newest known day. */
  last?: Place;
}

/** Lays a sparkline out so that the target is always in view. */
export function sparklineGeometry(
  points: Metric['sparkline'],
  target: number,
): SparklineGeometry {
  const y = verticalScale([...knownValues(points), target]);
  const runs: Place[][] = [];
  let run: Place[] = [];
  for (const [index, { value }] of points.entries()) {
    if (value === null) {
      run = [];
      continue;
    }
    if (run.length === 0) {
      runs.push(run);
    }
    run.push({ x: index / Math.max(points.length - 1, 1), y: y(value) });
  }
  return { runs, targetY: y(target), last: runs.at(-1)?.at(-1) };
}

function knownValues(points: Metric['sparkline']): number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]));
}

function verticalScale(values: number[]): (value: number) => number {
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest;
  return value => (range === 0 ? 0.5 : 1 - (value - lowest) / range);
}
