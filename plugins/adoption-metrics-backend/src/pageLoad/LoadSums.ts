import { Row } from '../database';
import { BucketPair, placeOf } from './bucketRows';
import { bucketOf } from './histogram';

/** Counters of page loads with the same key. */
export interface LoadCount extends Row {
  target_ms: number;
  loads: number;
  within_target: number;
  sum_ms: number;
}

/** The sums for one key. */
interface KeySums<TKey> {
  count: TKey & LoadCount;
  /** By the number of the bucket pair. */
  buckets: Map<number, TKey & BucketPair>;
}

/** Sums up page loads and their histograms by key. */
export class LoadSums<TKey extends Row> {
  readonly #sums = new Map<string, KeySums<TKey>>();

  /**
   * @param targetMs - faster loads are within target
   */
  constructor(private readonly targetMs: number) {}

  /**
   * @param id - the key as text
   * @param createKey - creates the columns of the key
   */
  add(id: string, createKey: () => TKey, milliseconds: number): void {
    const { count, buckets } = this.#sumsOf(id, createKey);
    count.loads += 1;
    count.within_target += milliseconds < this.targetMs ? 1 : 0;
    count.sum_ms += Math.round(milliseconds);
    const { bucket, column } = placeOf(bucketOf(milliseconds));
    let pair = buckets.get(bucket);
    if (!pair) {
      pair = { ...createKey(), bucket, n_lower: 0, n_upper: 0 };
      buckets.set(bucket, pair);
    }
    (pair as BucketPair)[column] += 1;
  }

  rows() {
    const sums = [...this.#sums.values()];
    return {
      counts: sums.map(({ count }) => count),
      buckets: sums.flatMap(({ buckets }) => [...buckets.values()]),
    };
  }

  #sumsOf(id: string, createKey: () => TKey): KeySums<TKey> {
    let sums = this.#sums.get(id);
    if (!sums) {
      const count = {
        ...createKey(),
        target_ms: this.targetMs,
        loads: 0,
        within_target: 0,
        sum_ms: 0,
      };
      sums = { count, buckets: new Map() };
      this.#sums.set(id, sums);
    }
    return sums;
  }
}
