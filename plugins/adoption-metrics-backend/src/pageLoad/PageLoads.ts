import { LoadTimes } from 'backstage-plugin-adoption-metrics-common';
import { countOf, Histogram, mergeHistograms, percentileOf } from './histogram';
import { rankOf } from '../samples';

/** Page loads added up. */
export interface PageLoads {
  loads: number;
  /** Loads below the target; undefined if the target changed meanwhile. */
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

/** The loads of all of these together. */
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
 * A percentile in seconds, on its side of the target: the histogram knows it
 * within 1%, the counters know exactly on which side it is. Undefined without
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

/** Describes some loads as the API does. */
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

/** Undefined without loads, and if the target changed meanwhile. */
export function shareOf(
  withinTarget: number | undefined,
  loads: number,
): number | undefined {
  return withinTarget === undefined || loads === 0
    ? undefined
    : withinTarget / loads;
}

/** Milliseconds as seconds, to six digits: far finer than 1%. */
export function inSeconds(
  milliseconds: number | undefined,
): number | undefined {
  return milliseconds === undefined
    ? undefined
    : Number((milliseconds / 1_000).toPrecision(6));
}

// Far nearer than 1%, and still below it with a few digits.
function justBelow(target: number): number {
  return Number((target * 0.9998).toPrecision(6));
}
