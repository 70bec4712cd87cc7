import { Day, Interval, weekdayOf } from '../time';

const FRIDAY = 5;

/** Whether a day is one of Monday to Friday. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= FRIDAY;
}

/** The days of a half-open interval, oldest first. */
export function daysOf({ from, to }: Interval): Day[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
