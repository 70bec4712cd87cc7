import { ClosedRange } from './ranges';

/** From which share of developers on something is the cheapest. */
export interface CheapestShares {
  /** At its lowest cost, and at the highest of all others; null if never. */
  possible: number | null;
  /** At its highest cost, and at the lowest of all others; null if never. */
  certain: number | null;
}

/**
 * What adoption would make something the cheapest per active user, while all
 * others stay at theirs.
 *
 * @param allIn - what a year of it costs
 * @param others - what a year of each of the others costs per active user
 * @returns undefined if there is nothing to compare it with
 */
export function cheapestFrom(
  allIn: ClosedRange,
  others: ClosedRange[],
  developers: number,
): CheapestShares | undefined {
  if (others.length === 0 || developers === 0) {
    return undefined;
  }
  const beat = (bound: 'low' | 'high') =>
    Math.min(...others.map(other => other[bound]));
  return {
    possible: shareFor(allIn.low, beat('high'), developers),
    certain: shareFor(allIn.high, beat('low'), developers),
  };
}

function shareFor(
  cost: number,
  perActive: number,
  developers: number,
): number | null {
  const share = cost === 0 ? 0 : cost / perActive / developers;
  return share <= 1 ? share : null;
}
