import { mean } from './statistics';

/** The heap in use after garbage collection. */
export interface HeapSample {
  /** Since the start of the load. */
  second: number;
  bytes: number;
}

/**
 * The mean of the last minute divided by that of the second one. The first
 * minute is ignored, because caches, pools, and compiled code are filled.
 *
 * @param minute - length of a minute, in seconds
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
