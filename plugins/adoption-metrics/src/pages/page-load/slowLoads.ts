import type { LoadTimes } from 'backstage-plugin-adoption-metrics-common';

/** How many loads missed the target; null where the target changed meanwhile. */
export function slowLoads({ loads, withinTarget }: LoadTimes): number | null {
  return withinTarget === null ? null : loads - withinTarget;
}

/** Where an improvement would do the most; unknown comes last. */
export function slowestFirst<T extends LoadTimes>(rows: T[]): T[] {
  return [...rows].sort(
    (left, right) => (slowLoads(right) ?? -1) - (slowLoads(left) ?? -1),
  );
}
