import { Day, endOfPeriod, Interval, PeriodUnit, startOfPeriod } from '../time';
import { WINDOW_DAYS } from './dimensions';

/** The ISO week, four weeks or calendar month in which a day lies. */
export function periodOf(day: Day, unit: PeriodUnit): Interval {
  return { from: startOfPeriod(day, unit), to: endOfPeriod(day, unit) };
}

/** The period before. */
export function previousPeriod({ from }: Interval, unit: PeriodUnit): Interval {
  return periodOf(from - 1, unit);
}

/** Whether a day is the last one of its period. */
export function endsPeriod(day: Day, unit: PeriodUnit): boolean {
  return endOfPeriod(day, unit) === day + 1;
}

/** The last day of the newest period that is over with `day`. */
export function lastPeriodEnd(day: Day, unit: PeriodUnit): Day {
  return startOfPeriod(day + 1, unit) - 1;
}

/**
 * The first day whose activity is behind the samples of a day: that of its
 * longest window, or at the end of four weeks that of the four weeks before.
 */
export function firstDayBehind(day: Day): Day {
  return endsPeriod(day, 'four-weeks')
    ? previousPeriod(periodOf(day, 'four-weeks'), 'four-weeks').from
    : day - WINDOW_DAYS + 1;
}
