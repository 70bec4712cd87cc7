import { Row } from '../database';
import { Histogram } from './histogram';

/** Two adjacent buckets of a histogram, stored in one row to save space. */
export interface BucketPair extends Row {
  /** Half the number of the upper bucket. */
  bucket: number;
  n_lower: number;
  n_upper: number;
}

/** The count columns of all tables with buckets. */
export const bucketCounts = ['n_lower', 'n_upper'] as const;

/** The row and column in which a bucket is stored. */
export function placeOf(bucket: number) {
  return {
    bucket: Math.ceil(bucket / 2),
    column: bucketCounts[bucket % 2 === 0 ? 1 : 0],
  };
}

/** Adds the buckets of a row to a histogram. */
export function addBuckets(
  histogram: Histogram,
  row: Record<keyof BucketPair, unknown>,
): void {
  const upper = 2 * Number(row.bucket);
  const counts = [
    [upper - 1, Number(row.n_lower)],
    [upper, Number(row.n_upper)],
  ];
  for (const [bucket, n] of counts) {
    if (n > 0) {
      histogram.set(bucket, (histogram.get(bucket) ?? 0) + n);
    }
  }
}
