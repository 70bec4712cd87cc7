import { Row, RowSums } from '../database';
import { BucketPair, placeOf } from './bucketRows';
import { bucketOf } from './histogram';

/** Counters of the loads under one key. */
export interface LoadCount {
  target_ms: number;
  loads: number;
  within_target: number;
  sum_ms: number;
}

/** Counters and histograms of page loads, each key once. */
export class LoadSums<TKey extends Row> {
  readonly #counts = new RowSums<TKey & LoadCount>();
  readonly #buckets = new RowSums<TKey & BucketPair>();

  /** @param targetMs - below which a load counts as within target */
  constructor(private readonly targetMs: number) {}

  /** @param key - identifiers and numbers, without any space */
  add(key: TKey, milliseconds: number): void {
    const { targetMs } = this;
    const id = Object.values(key).join(' ');
    const count = this.#counts.at(id, () => ({
      ...key,
      target_ms: targetMs,
      loads: 0,
      within_target: 0,
      sum_ms: 0,
    }));
    count.loads += 1;
    count.within_target += milliseconds < targetMs ? 1 : 0;
    count.sum_ms += Math.round(milliseconds);
    const { bucket, column } = placeOf(bucketOf(milliseconds));
    const create = () => ({ ...key, bucket, n_lower: 0, n_upper: 0 });
    const pair: BucketPair = this.#buckets.at(`${id} ${bucket}`, create);
    pair[column] += 1;
  }

  rows() {
    return { counts: this.#counts.rows(), buckets: this.#buckets.rows() };
  }
}
