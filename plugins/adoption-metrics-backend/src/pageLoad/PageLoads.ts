import { LoadTimes } from 'backstage-plugin-adoption-metrics-common';
import { countOf, Histogram, mergeHistograms, percentileOf } from './histogram';
import { rankOf } from '../samples';

/** Sums of page loads. */
export interface PageLoads {
  loads: number;
  /** Loads within target; undefined if the target changed in the meantime. */
  withinTarget: number | undefined;
  histogram: Histogram;
}

export const percentiles = {
  p50: 0.5,
  p75: 0.75,
  p95: 0.95,
  p99: 0.99,
} as const;

export type Percentile = keyof typeof percentiles;

export const percentileNames = Object.keys(percentiles) as Percentile[];

/** Combines sums of page loads. */
export function mergeLoads(parts: PageLoads[]): PageLoads {
  const histogram = mergeHistograms(parts.map(part => part.histogram));
  const known = parts.every(part => part.withinTarget !== undefined);
  return {
    loads: countOf(histogram),
    withinTarget: known
      ? parts.reduce((sum, part) => sum + part.withinTarget!, 0)
      : undefined,
    histogram,
  };
}

/**
 * A percentile in seconds. The histogram has an error of up to 1%, but the
 * exact counter decides on which side of the target it is. Undefined without
 * loads.
 */
export function secondsAt(
  { histogram, loads, withinTarget }: PageLoads,
  percentile: number,
  targetMs: number,
): number | undefined {
  const value = inSeconds(percentileOf(histogram, percentile));
  if (value === undefined || withinTarget === undefined) {
    return value;
  }
  const target = targetMs / 1_000;
  return withinTarget >= rankOf(loads, percentile)
    ? Math.min(value, justBelow(target))
    : Math.max(value, target);
}

/** Load times for the API. */
export function loadTimesOf(loads: PageLoads, targetMs: number): LoadTimes {
  const at = (percentile: Percentile) =>
    secondsAt(loads, percentiles[percentile], targetMs) ?? null;
  const within = loads.withinTarget;
  return {
    loads: loads.loads,
    withinTarget: within ?? null,
    shareWithinTarget: shareOf(within, loads.loads) ?? null,
    p50: at('p50'),
    p75: at('p75'),
    p95: at('p95'),
    p99: at('p99'),
  };
}

/** Undefined without loads, or if the target changed in the meantime. */
export function shareOf(
  withinTarget: number | undefined,
  loads: number,
): number | undefined {
  return withinTarget === undefined || loads === 0
    ? undefined
    : withinTarget / loads;
}

/** Converts milliseconds to seconds, with six significant digits. */
export function inSeconds(
  milliseconds: number | undefined,
): number | undefined {
  return milliseconds === undefined
    ? undefined
    : Number((milliseconds / 1_000).toPrecision(6));
}

// Closer to the target than 1%, but still different with few digits.
function justBelow(target: number): number {
  return Number((target * 0.9998).toPrecision(6));
}
