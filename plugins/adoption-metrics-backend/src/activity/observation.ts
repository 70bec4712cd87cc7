import { Day, Interval, weekdayOf } from '../time';

const FRIDAY = 5;

/** Working days with reports after which a day without any is a fault. */
const STEADY_WORKING_DAYS = 4;

/** After this many days without reports, none are expected any more. */
const LONGEST_OUTAGE_DAYS = 28;

/** How many earlier days decide whether a day without reports is a fault. */
export const SILENCE_LOOKBACK_DAYS = LONGEST_OUTAGE_DAYS + 6;

/** How much of a window of days was observed. */
export interface Observation {
  /** Observed share of the window, between 0 and 1. */
  coverage: number;
  /** Whether all of it lies after the first day of collection. */
  complete: boolean;
  /** Whether it has working days and collection failed on all of them. */
  silent: boolean;
  /** The observed working days. */
  workingDays: number;
}

/**
 * The working days of `within` on which collection must have failed: no report
 * at all, after reports on each of the last four working days before.
 *
 * @param reported - days with reports, from `SILENCE_LOOKBACK_DAYS` earlier on
 */
export function silentDays(
  within: Interval,
  reported: ReadonlySet<Day>,
): Set<Day> {
  const silent = daysOf(within).filter(
    day =>
      isWorkingDay(day) && !reported.has(day) && wasSteadyBefore(day, reported),
  );
  return new Set(silent);
}

/** How much of a window was observed; the first day of all only in part. */
export function observe(
  window: Interval,
  seen: { firstDay: Day | undefined; silent: ReadonlySet<Day> },
): Observation {
  const { firstDay = Infinity, silent } = seen;
  const days = daysOf(window);
  const known = days.filter(day => day > firstDay && !silent.has(day));
  return {
    coverage: known.length / days.length,
    complete: window.from > firstDay,
    silent:
      days.some(isWorkingDay) &&
      days.filter(isWorkingDay).every(day => silent.has(day)),
    workingDays: known.filter(isWorkingDay).length,
  };
}

function wasSteadyBefore(day: Day, reported: ReadonlySet<Day>): boolean {
  const last = daysOf({ from: day - LONGEST_OUTAGE_DAYS, to: day }).findLast(
    earlier => reported.has(earlier),
  );
  return (
    last !== undefined &&
    lastWorkingDays(last).every(earlier => reported.has(earlier))
  );
}

function lastWorkingDays(day: Day): Day[] {
  return daysOf({ from: day - 6, to: day + 1 })
    .filter(isWorkingDay)
    .slice(-STEADY_WORKING_DAYS);
}

function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= FRIDAY;
}

function daysOf({ from, to }: Interval): Day[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
