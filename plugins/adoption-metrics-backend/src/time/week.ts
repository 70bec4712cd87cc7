import { Day } from './ReportingZone';

export const DAYS_A_WEEK = 7;

/** 1970-01-01 was a Thursday; its week began three days earlier. */
const DAYS_BEFORE_EPOCH = 3;

/** Number of the ISO week; consecutive weeks are consecutive integers. */
export function weekOf(day: Day): number {
  return Math.floor((day + DAYS_BEFORE_EPOCH) / DAYS_A_WEEK);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  // Called for every day of every window, where Luxon is too slow.
  return day + DAYS_BEFORE_EPOCH - weekOf(day) * DAYS_A_WEEK + 1;
}

/** The Sunday of an ISO week. */
export function lastDayOfWeek(week: number): Day {
  return week * DAYS_A_WEEK - DAYS_BEFORE_EPOCH + DAYS_A_WEEK - 1;
}

/** Last day of the newest week that ended on or before a day. */
export function lastWeekEndingBy(day: Day): Day {
  return weekdayOf(day) === DAYS_A_WEEK ? day : lastDayOfWeek(weekOf(day) - 1);
}
