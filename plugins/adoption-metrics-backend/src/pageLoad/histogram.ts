import { rankOf } from '../samples';

/**
 * A histogram with logarithmic buckets: bucket `i` contains loads `t` (in ms)
 * with `γ^(i-1) < t <= γ^i`. Histograms can be merged by adding their counts.
 *
 * All values in a bucket are within 1% of each other, so a quantile is exact to
 * 1% wherever it is assumed to be within its bucket. See Masson, Rim, and Lee,
 * "DDSketch", VLDB 2019.
 */
export type Histogram = Map<number, number>;

const RELATIVE_ERROR = 0.01;
const GAMMA = 1 + RELATIVE_ERROR;
const LOG_GAMMA = Math.log(GAMMA);

/** More precise than any browser's measurements. */
const RESOLUTION_MS = 0.001;

/**
 * The bucket for loads without a measurable duration. Buckets below 1 ms are
 * negative.
 */
const ZERO_BUCKET = Math.ceil(Math.log(RESOLUTION_MS) / LOG_GAMMA) - 1;

/** The bucket of a load time in ms. */
export function bucketOf(milliseconds: number): number {
  return milliseconds < RESOLUTION_MS
    ? ZERO_BUCKET
    : Math.ceil(Math.log(milliseconds) / LOG_GAMMA);
}

/** The range of a bucket in ms: above `from`, up to and including `to`. */
export function boundsOf(bucket: number): { from: number; to: number } {
  return bucket === ZERO_BUCKET
    ? { from: 0, to: RESOLUTION_MS }
    : { from: GAMMA ** (bucket - 1), to: GAMMA ** bucket };
}

/** Adds up histograms. */
export function mergeHistograms(histograms: Iterable<Histogram>): Histogram {
  const merged: Histogram = new Map();
  for (const histogram of histograms) {
    for (const [bucket, n] of histogram) {
      merged.set(bucket, (merged.get(bucket) ?? 0) + n);
    }
  }
  return merged;
}

/** The number of loads in a histogram. */
export function countOf(histogram: Histogram): number {
  let count = 0;
  for (const n of histogram.values()) {
    count += n;
  }
  return count;
}

/**
 * The nearest-rank percentile in ms: the value at rank `⌈p·n⌉`, exact to 1%.
 * Interpolates within a bucket, so that it changes with every load. Undefined
 * without loads.
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

/**
 * @param share - the position within the bucket, from 0 to 1
 */
function valueWithin(bucket: number, share: number): number {
  return bucket === ZERO_BUCKET ? 0 : GAMMA ** (bucket - 1 + share);
}
