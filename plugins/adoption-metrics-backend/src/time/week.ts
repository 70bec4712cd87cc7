import { Day } from './ReportingZone';

export const DAYS_A_WEEK = 7;

/** 1970-01-01 was a Thursday: three days before it, a week began. */
const DAYS_BEFORE_EPOCH = 3;

/** Numbers ISO weeks so that consecutive ones are consecutive integers. */
export function weekOf(day: Day): number {
  return Math.floor((day + DAYS_BEFORE_EPOCH) / DAYS_A_WEEK);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  // Asked of every day of every window, for which luxon takes too long.
  return day + DAYS_BEFORE_EPOCH - weekOf(day) * DAYS_A_WEEK + 1;
}

/** The Sunday that ends the ISO week of that number. */
export function lastDayOfWeek(week: number): Day {
  return week * DAYS_A_WEEK - DAYS_BEFORE_EPOCH + DAYS_A_WEEK - 1;
}

/** The last day of a week that is over once a day is. */
export function lastWeekEndingBy(day: Day): Day {
  return weekdayOf(day) === DAYS_A_WEEK ? day : lastDayOfWeek(weekOf(day) - 1);
}
