/** Downtime that a target allows, in ms. */
export interface ErrorBudget {
  total: number;
  used: number;
  /** What may still be spent; negative once overspent. */
  left: number;
}

/** Six decimals, as verdicts compare them: what is left agrees with them. */
const SCALE = 1_000_000;

/**
 * The error budget of a time: how long the portal may be down in it and still
 * meet its target (Site Reliability Workbook, chapter 2). What is left is
 * negative exactly when the target is missed.
 *
 * @param options - the `accountable` time and the time `up` in it, in ms; the
 *   `target` as a share, such as 0.999
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
