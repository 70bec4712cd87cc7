import { Row } from '../database';
import { Histogram } from './histogram';

/** Two neighboring buckets of a histogram, which take the space of one. */
export interface BucketPair extends Row {
  /** Half the number of the upper one. */
  bucket: number;
  n_lower: number;
  n_upper: number;
}

/** The columns that count, of every table of buckets. */
export const bucketCounts = ['n_lower', 'n_upper'] as const;

/** Which count of which row a bucket is. */
export function placeOf(bucket: number) {
  return {
    bucket: Math.ceil(bucket / 2),
    column: bucketCounts[bucket % 2 === 0 ? 1 : 0],
  };
}

/** Adds the buckets of a row, as the database answers it, to a histogram. */
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
