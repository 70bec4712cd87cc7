/** Hundredths of a percent in a whole. */
const HUNDREDTHS = 10_000;

/**
 * Formats a share as a percentage with two decimals, rounded down: 99.996% is
 * `99.99`. `100.00` means the whole time, and only if `complete`.
 *
 * @param part - in the same unit as `whole`, such as ms
 * @param complete - whether everything was observed
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
