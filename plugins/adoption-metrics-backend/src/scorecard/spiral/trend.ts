/**
 * Critical values of the one-sided Mann-Kendall test at 5%, by number of values
 * (exact distribution, M. G. Kendall, Rank Correlation Methods, table 1).
 */
const CRITICAL: Partial<Record<number, number>> = {
  4: 6,
  5: 8,
  6: 11,
  7: 13,
  8: 16,
};

/** With fewer values, there is no trend. */
export const FEWEST_VALUES = 4;

/** Older values are not taken into account. */
export const MOST_VALUES = 8;

/**
 * Whether values, oldest first, rise or fall more than by chance, according to
 * the Mann-Kendall test. It compares pairs by sign only, so that neither a
 * single jump nor the size of changes matters.
 */
export function trendOf(values: number[]): 'rising' | 'falling' | 'none' {
  const critical = CRITICAL[values.length];
  const statistic = mannKendall(values);
  if (critical === undefined || Math.abs(statistic) < critical) {
    return 'none';
  }
  return statistic > 0 ? 'rising' : 'falling';
}

/** The number of rising pairs minus that of falling ones. */
function mannKendall(values: number[]): number {
  return values.reduce(
    (sum, value, index) =>
      sum +
      values
        .slice(index + 1)
        .reduce((signs, later) => signs + Math.sign(later - value), 0),
    0,
  );
}
