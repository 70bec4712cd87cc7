/** Downtime that a target allows, in ms. */
export interface ErrorBudget {
  total: number;
  used: number;
  /** What remains; negative if it is overspent. */
  left: number;
}

/** Verdicts are compared with six decimals as well, so they always agree. */
const SCALE = 1_000_000;

/**
 * The error budget: how long the portal can be down and still meet its target
 * (Site Reliability Workbook, chapter 2). What remains is negative exactly if
 * the target is missed.
 *
 * @param options - the `accountable` time and the time `up` in it, in ms; the
 * `target` as a share, such as 0.999
 */
export function errorBudget(options: {
  accountable: number;
  up: number;
  target: number;
}): ErrorBudget {
  const { accountable, up, target } = options;
  const allowed = SCALE - Math.round(target * SCALE);
  const total = Math.floor((accountable * allowed) / SCALE);
  const used = accountable - up;
  return { total, used, left: total - used };
}
