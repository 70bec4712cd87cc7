/** The nearest rank of a percentile among `count` observations. */
export function rankOf(count: number, share: number): number {
  return Math.ceil(Number((count * share).toFixed(9)));
}
