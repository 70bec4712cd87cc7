import { DecisionBounds } from 'backstage-plugin-adoption-metrics-common';

/** What options are ranked by. */
export interface Ranked {
  id: string;
  /** Cost a year with everything that it includes; undefined while unknown. */
  allIn?: DecisionBounds;
}

interface Cost {
  low: number;
  high: number;
}

/**
 * The rank of each option of known cost: one more than there are options that
 * are cheaper. Ranges of which neither is cheaper at both ends are a tie.
 */
export function rankOptions(options: Ranked[]): Map<string, number> {
  const costs = options.flatMap(({ id, allIn }) => {
    const cost = allIn && closed(allIn);
    return cost ? [{ id, cost }] : [];
  });
  return new Map(
    costs.map(({ id, cost }) => {
      const cheaper = costs.filter(other => isCheaper(other.cost, cost));
      return [id, 1 + cheaper.length];
    }),
  );
}

/** Whether one costs less at one end, and not more at the other. */
function isCheaper(a: Cost, b: Cost): boolean {
  const isNowhereMore = a.low <= b.low && a.high <= b.high;
  return isNowhereMore && (a.low < b.low || a.high < b.high);
}

function closed({ low, high }: DecisionBounds): Cost | undefined {
  return low === null || high === null ? undefined : { low, high };
}
