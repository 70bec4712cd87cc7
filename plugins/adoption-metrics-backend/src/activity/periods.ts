import { Day, endOfPeriod, Interval, PeriodUnit, startOfPeriod } from '../time';
import { WINDOW_DAYS } from './dimensions';

/** The ISO week, four-week period, or calendar month that contains a day. */
export function periodOf(day: Day, unit: PeriodUnit): Interval {
  return { from: startOfPeriod(day, unit), to: endOfPeriod(day, unit) };
}

/** The previous period. */
export function previousPeriod({ from }: Interval, unit: PeriodUnit): Interval {
  return periodOf(from - 1, unit);
}

/** Whether a day is the last one of its period. */
export function endsPeriod(day: Day, unit: PeriodUnit): boolean {
  return endOfPeriod(day, unit) === day + 1;
}

/** The last day of the newest period that is over at the end of `day`. */
export function lastPeriodEnd(day: Day, unit: PeriodUnit): Day {
  return startOfPeriod(day + 1, unit) - 1;
}

/**
 * The first day whose activity the samples of a day depend on: the start of its
 * longest window, or at the end of a four-week period the start of the previous
 * one.
 */
export function firstDayBehind(day: Day): Day {
  return endsPeriod(day, 'four-weeks')
    ? previousPeriod(periodOf(day, 'four-weeks'), 'four-weeks').from
    : day - WINDOW_DAYS + 1;
}
