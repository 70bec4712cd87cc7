/** Percent with two decimals: hundredths of a percent in the whole. */
const HUNDREDTHS = 10_000;

/**
 * A share as a percentage with two decimals that is never rounded up: 99.996%
 * is `99.99`. It is `100.00` only for all of the time, and only if `complete`.
 *
 * @param part - and `whole` in the same unit, such as ms
 * @param complete - whether all of the time that matters was observed
 */
export function floorPercentage(
  part: number,
  whole: number,
  complete = true,
): string | undefined {
  if (whole <= 0) {
    return undefined;
  }
  const hundredths = Math.floor((part * HUNDREDTHS) / whole);
  const most = complete && part === whole ? HUNDREDTHS : HUNDREDTHS - 1;
  return (Math.min(hundredths, most) / 100).toFixed(2);
}
