import { mean } from './statistics';

/** How much of the heap was in use after a collection of garbage. */
export interface HeapSample {
  /** Since the load began. */
  second: number;
  bytes: number;
}

/**
 * The mean of the last minute over that of the second: the first is left to
 * caches, pools and compiled code.
 *
 * @param minute - how long a minute is, in seconds
 */
export function growthBetween(samples: HeapSample[], minute: number): number {
  const end = samples[samples.length - 1].second;
  const meanBetween = (from: number, to: number) =>
    mean(
      samples
        .filter(({ second }) => second > from && second <= to)
        .map(({ bytes }) => bytes),
    );
  return meanBetween(end - minute, end) / meanBetween(minute, 2 * minute);
}
