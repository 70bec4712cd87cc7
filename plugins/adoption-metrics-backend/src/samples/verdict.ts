import {
  MetricStatus,
  Target,
  UndecidedReason,
} from 'backstage-plugin-adoption-metrics-common';

/** Whether a metric meets its target, or why that is unknown. */
export type Verdict =
  | { status: Exclude<MetricStatus, 'undecided'> }
  | { status: 'undecided'; reason: UndecidedReason };

export function undecided(reason: UndecidedReason): Verdict {
  return { status: 'undecided', reason };
}

function decided(met: boolean): Verdict {
  return { status: met ? 'met' : 'missed' };
}

// Six decimals are more than anybody writes in a target; scaling by them keeps
// the comparison on integers, where 90 of 300 is exactly 30%.
const SCALE = 1_000_000;

/** Judges `numerator / denominator` without dividing. */
export function judgeShare(
  numerator: number,
  denominator: number,
  target: Target,
): Verdict {
  const left = numerator * SCALE;
  const right = Math.round(target.value * SCALE) * denominator;
  return decided(target.operator === '>=' ? left >= right : left < right);
}

/** The nearest rank of a percentile among `count` observations. */
export function rankOf(count: number, share: number): number {
  return Math.ceil(Number((count * share).toFixed(9)));
}

/**
 * Judges a percentile by counting: the nearest-rank percentile is under the
 * target exactly if at least `⌈p·n⌉` observations are.
 */
export function judgePercentile(
  withinTarget: number,
  observations: number,
  percentile: number,
): Verdict {
  return decided(withinTarget >= rankOf(observations, percentile));
}
