/** Downtime that a target allows, in ms. */
export interface ErrorBudget {
  total: number;
  used: number;
  /** What may still be spent; negative once overspent. */
  left: number;
}

/**
 * The error budget of a window: the time that a portal may be down and still
 * meet its target (Site Reliability Workbook, chapter 2).
 *
 * @param options - `length` of the window and time `down` in it, in ms; the
 *   `target` as a share, such as 0.999
 */
export function errorBudget(options: {
  length: number;
  target: number;
  down: number;
}): ErrorBudget {
  const { length, target, down } = options;
  const total = Math.round(length * (1 - target));
  return { total, used: down, left: total - down };
}
