import { Projection } from './project';
import { ScaleName, scales } from './scales';

/** Percentiles of the share in a week: 10th, 50th, and 90th. */
export interface FanPoint {
  week: number;
  low: number;
  median: number;
  high: number;
}

export type Projections = Record<ScaleName, Projection>;

/** Steps of a bisection, for a precision below a person in 10,000. */
const HALVINGS = 14;

/** Percentiles of both projections combined, some weeks after `last`. */
export function fanPointAfter(
  projections: Projections,
  { last, weeks }: { last: number; weeks: number },
): FanPoint {
  const [linear, logit] = [
    projections.linear.after(weeks),
    projections.logit.after(weeks),
  ];
  const below = (share: number) =>
    1 -
    (linear.atLeast(scales.linear.from(share)) +
      logit.atLeast(scales.logit.from(share))) /
      2;
  return {
    week: last + weeks,
    low: quantile(below, 0.1),
    median: quantile(below, 0.5),
    high: quantile(below, 0.9),
  };
}

/** The quantile for a probability, between 0 and 1. */
function quantile(below: (share: number) => number, rank: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < rank) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
