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

// Targets have at most six decimals. Scaling makes the comparison exact: 90 of
// 300 is 30%.
const SCALE = 1_000_000;

/** Compares `numerator / denominator` with the target without division. */
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
 * Compares a percentile with the target by counting: the nearest-rank
 * percentile is below the target if at least `⌈p·n⌉` observations are.
 */
export function judgePercentile(
  withinTarget: number,
  observations: number,
  percentile: number,
): Verdict {
  return decided(withinTarget >= rankOf(observations, percentile));
}
