import { DayEvidence, weekdayOf } from '../pluginInternals';

const FRIDAY = 5;

/** Working days with reports after which a day without any is a fault. */
const STEADY_WORKING_DAYS = 4;

/** After this many days without reports, none are expected any more. */
const LONGEST_OUTAGE_DAYS = 28;

/**
 * The rule that came before: a day from Monday to Friday without any report is
 * a fault after reports on each of the last four such days.
 */
export function judgeByFixedWeek(history: DayEvidence[]): Set<number> {
  const reported = new Set(
    history.filter(({ reporters }) => reporters > 0).map(({ day }) => day),
  );
  const silent = history
    .map(({ day }) => day)
    .filter(
      day =>
        isWorkingDay(day) &&
        !reported.has(day) &&
        wasSteadyBefore(day, reported),
    );
  return new Set(silent);
}

function wasSteadyBefore(day: number, reported: ReadonlySet<number>): boolean {
  const last = daysOf(day - LONGEST_OUTAGE_DAYS, day).findLast(earlier =>
    reported.has(earlier),
  );
  return (
    last !== undefined &&
    daysOf(last - 6, last + 1)
      .filter(isWorkingDay)
      .slice(-STEADY_WORKING_DAYS)
      .every(earlier => reported.has(earlier))
  );
}

function isWorkingDay(day: number): boolean {
  return weekdayOf(day) <= FRIDAY;
}

function daysOf(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
