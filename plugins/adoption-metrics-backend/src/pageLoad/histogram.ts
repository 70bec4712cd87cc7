import { rankOf } from '../samples';

/**
 * A histogram with logarithmic buckets: bucket `i` holds the loads `t` (in ms)
 * with `γ^(i-1) < t <= γ^i`. Histograms merge by adding their counts.
 *
 * A bucket is so narrow that all it holds is within 1% of anything else in it.
 * Any quantile is thus within 1% of the exact one wherever in its bucket it is
 * put: after Masson, Rim and Lee, "DDSketch", VLDB 2019.
 */
export type Histogram = Map<number, number>;

const RELATIVE_ERROR = 0.01;
const GAMMA = 1 + RELATIVE_ERROR;
const LOG_GAMMA = Math.log(GAMMA);

/** Finer than any browser measures. */
const RESOLUTION_MS = 0.001;

/** Holds what took no measurable time; buckets below 1 ms are negative. */
const ZERO_BUCKET = Math.ceil(Math.log(RESOLUTION_MS) / LOG_GAMMA) - 1;

/** The bucket of a load time in ms. */
export function bucketOf(milliseconds: number): number {
  return milliseconds < RESOLUTION_MS
    ? ZERO_BUCKET
    : Math.ceil(Math.log(milliseconds) / LOG_GAMMA);
}

/** The loads in ms that a bucket holds: above `from`, up to `to`. */
export function boundsOf(bucket: number): { from: number; to: number } {
  return bucket === ZERO_BUCKET
    ? { from: 0, to: RESOLUTION_MS }
    : { from: GAMMA ** (bucket - 1), to: GAMMA ** bucket };
}

/** The histogram of everything that these hold. */
export function mergeHistograms(histograms: Iterable<Histogram>): Histogram {
  const merged: Histogram = new Map();
  for (const histogram of histograms) {
    for (const [bucket, n] of histogram) {
      merged.set(bucket, (merged.get(bucket) ?? 0) + n);
    }
  }
  return merged;
}

/** How many loads a histogram holds. */
export function countOf(histogram: Histogram): number {
  let count = 0;
  for (const n of histogram.values()) {
    count += n;
  }
  return count;
}

/**
 * The nearest-rank percentile in ms: the value at rank `⌈p·n⌉`, within 1%. The
 * loads of a bucket are taken to lie evenly in it, so that the percentile moves
 * with every load that is added. Undefined without observations.
 *
 * @param share - the percentile as a share, such as 0.75
 */
export function percentileOf(
  histogram: Histogram,
  share: number,
): number | undefined {
  const rank = rankOf(countOf(histogram), share);
  let before = 0;
  for (const bucket of [...histogram.keys()].sort((a, b) => a - b)) {
    const held = histogram.get(bucket)!;
    if (before + held >= rank && rank > 0) {
      return valueWithin(bucket, (rank - before - 0.5) / held);
    }
    before += held;
  }
  return undefined;
}

/** @param share - how far into the bucket, from 0 to 1 */
function valueWithin(bucket: number, share: number): number {
  return bucket === ZERO_BUCKET ? 0 : GAMMA ** (bucket - 1 + share);
}
