import { Interval } from '../time';

/** A maintenance window; instants are ms UTC. */
export interface MaintenanceWindow extends Interval {
  id: number;
  declaredAt: number;
  /** Entity ref; undefined once that person is forgotten. */
  declaredBy?: string;
  reason: string;
  /** When it ended early; before `from` if it did not take place. */
  cancelledAt?: number;
}

/** Whether a window was declared after it had begun. */
export function isLate({ from, declaredAt }: MaintenanceWindow): boolean {
  return declaredAt > from;
}

/**
 * The times that are excluded from the metric. Maintenance that was declared late
 * is excluded only where the configuration says so: otherwise every outage could
 * be declared maintenance afterwards.
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
