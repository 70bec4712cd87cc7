import { Day, Interval, weekdayOf } from '../time';

/**
 * Least observed share of the days on which people usually come. Over 28 days
 * most people are seen on other days; with fewer, who was not seen would read as
 * somebody who did not come.
 */
const LEAST_OBSERVED = 0.5;

/** What is known of some days when they are measured. */
export interface ObservedDays {
  /** The first day of collection. */
  firstDay: Day | undefined;
  /** Days on which nobody could be counted. */
  unobserved: ReadonlySet<Day>;
  /** Weekdays on which people usually come, 1 for Monday to 7 for Sunday. */
  usualWeekdays: ReadonlySet<number>;
}

/** How much of a window of days was observed. */
export interface Observation {
  /** Observed share of the window, between 0 and 1. */
  coverage: number;
  /** Whether all of it lies after the first day of collection. */
  complete: boolean;
  /** Whether too many of its days were not observed to say anything. */
  silent: boolean;
  /** The observed days on whose weekday people usually come. */
  workingDays: number;
}

/** How much of a window was observed; the first day of all only in part. */
export function observe(window: Interval, seen: ObservedDays): Observation {
  const { firstDay = Infinity, unobserved } = seen;
  const days = daysOf(window);
  const known = days.filter(day => day > firstDay && !unobserved.has(day));
  return {
    coverage: known.length / days.length,
    complete: window.from > firstDay,
    silent: isSilent(days, seen),
    workingDays: known.filter(day => isUsual(day, seen)).length,
  };
}

function isSilent(days: Day[], seen: ObservedDays): boolean {
  const usual = days.filter(day => isUsual(day, seen));
  const expected = usual.length > 0 ? usual : days;
  const observed = expected.filter(day => !seen.unobserved.has(day));
  return observed.length < LEAST_OBSERVED * expected.length;
}

function isUsual(day: Day, { usualWeekdays }: ObservedDays): boolean {
  return usualWeekdays.has(weekdayOf(day));
}

function daysOf({ from, to }: Interval): Day[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
