import { LifecycleGranularity } from 'backstage-plugin-adoption-metrics-common';
import { Day, endOfPeriod, Interval, startOfPeriod } from '../time';
import { WINDOW_DAYS } from './dimensions';

/** The ISO week or calendar month in which a day lies. */
export function periodOf(day: Day, unit: LifecycleGranularity): Interval {
  return { from: startOfPeriod(day, unit), to: endOfPeriod(day, unit) };
}

/** The period before. */
export function previousPeriod(
  { from }: Interval,
  unit: LifecycleGranularity,
): Interval {
  return periodOf(from - 1, unit);
}

/** Whether a day is the last one of its week or month. */
export function endsPeriod(day: Day, unit: LifecycleGranularity): boolean {
  return endOfPeriod(day, unit) === day + 1;
}

/** The last day of the newest week or month that is over with `day`. */
export function lastPeriodEnd(day: Day, unit: LifecycleGranularity): Day {
  return startOfPeriod(day + 1, unit) - 1;
}

/**
 * The first day whose activity is behind the samples of a day: that of its
 * longest window, or at the end of a month that of the month before.
 */
export function firstDayBehind(day: Day): Day {
  return endsPeriod(day, 'month')
    ? previousPeriod(periodOf(day, 'month'), 'month').from
    : day - WINDOW_DAYS + 1;
}
