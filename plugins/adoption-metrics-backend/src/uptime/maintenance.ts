import { Interval } from '../time';

/** A maintenance window; instants in ms UTC. */
export interface MaintenanceWindow extends Interval {
  id: number;
  declaredAt: number;
  /** Entity ref; undefined once that person is forgotten. */
  declaredBy?: string;
  reason: string;
  /** When it was ended early; before `from` if it did not take place. */
  cancelledAt?: number;
}

/** Whether a window was declared after it had begun. */
export function isLate({ from, declaredAt }: MaintenanceWindow): boolean {
  return declaredAt > from;
}

/**
 * Maintenance to exclude from the metric. Late declarations are only excluded
 * if configured; otherwise, any outage could be declared as maintenance
 * afterwards.
 */
export function excludedTimes(
  windows: MaintenanceWindow[],
  options: { excludeLate: boolean },
): Interval[] {
  return windows
    .filter(window => options.excludeLate || !isLate(window))
    .map(({ from, to, cancelledAt = to }) => ({
      from,
      to: Math.min(to, cancelledAt),
    }))
    .filter(({ from, to }) => from < to);
}
