import { Day, Interval, weekdayOf } from '../time';

/**
 * If fewer usual weekdays were observed, the window is unknown. Most people
 * come on several days in 28; with fewer observed days, too many would count as
 * inactive.
 */
const LEAST_OBSERVED = 0.5;

/** What is known about some days. */
export interface ObservedDays {
  /** The first day of collection. */
  firstDay: Day | undefined;
  /** Days on which nobody could be counted. */
  unobserved: ReadonlySet<Day>;
  /** Weekdays on which people usually come, 1 for Monday to 7 for Sunday. */
  usualWeekdays: ReadonlySet<number>;
}

/** How much of a window was observed. */
export interface Observation {
  /** Share of the window that was observed, from 0 to 1. */
  coverage: number;
  /** Whether the whole window lies after the first day of collection. */
  complete: boolean;
  /** Whether too few days were observed to say anything. */
  silent: boolean;
  /** Observed days on usual weekdays. */
  workingDays: number;
}

/**
 * Determines how much of a window was observed. The first day of collection
 * counts in part.
 */
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
