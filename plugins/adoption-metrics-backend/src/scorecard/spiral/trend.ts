/**
 * Least Mann-Kendall statistic, by number of values, that chance reaches in at
 * most 5% of series without a trend, in one direction (exact distribution,
 * M. G. Kendall, Rank Correlation Methods, table 1).
 */
const CRITICAL: Partial<Record<number, number>> = {
  4: 6,
  5: 8,
  6: 11,
  7: 13,
  8: 16,
};

/** Fewer values show no trend at all. */
export const FEWEST_VALUES = 4;

/** More values are not compared: what is long past is no trend of today. */
export const MOST_VALUES = 8;

/**
 * Whether values, oldest first, rise or fall by more than chance (Mann-Kendall
 * test). It asks about each pair which one is larger, so that neither a single
 * leap nor the size of the steps decides.
 */
export function trendOf(values: number[]): 'rising' | 'falling' | 'none' {
  const critical = CRITICAL[values.length];
  const statistic = mannKendall(values);
  if (critical === undefined || Math.abs(statistic) < critical) {
    return 'none';
  }
  return statistic > 0 ? 'rising' : 'falling';
}

/** Pairs that rise less pairs that fall. */
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
