const SCALE = 1_000_000;

/**
 * The smallest number of stale entities to fix that brings the share of stale
 * ones below the target. All of them if even that does not suffice.
 *
 * Compares integers, the target in millionths, since 0.02 has no exact
 * representation as a floating-point number.
 */
export function countFixesNeeded(options: {
  stale: number;
  total: number;
  /** A fraction of 1 that the share must stay below. */
  target: number;
}): number {
  const { stale, total, target } = options;
  const limit = Math.round(target * SCALE) * total;
  const mostAllowed = Math.max(0, Math.floor((limit - 1) / SCALE));
  return Math.max(0, stale - mostAllowed);
}
