const SCALE = 1_000_000;

/**
 * The smallest number of stale entities to fix so that their share drops below
 * the target; all of them if that is not possible.
 *
 * Compares integers, with the target in millionths, because 0.02 is not exact
 * as a floating-point number.
 */
export function countFixesNeeded(options: {
  stale: number;
  total: number;
  /** The share must be below this, as a fraction of 1. */
  target: number;
}): number {
  const { stale, total, target } = options;
  const limit = Math.round(target * SCALE) * total;
  const mostAllowed = Math.max(0, Math.floor((limit - 1) / SCALE));
  return Math.max(0, stale - mostAllowed);
}
