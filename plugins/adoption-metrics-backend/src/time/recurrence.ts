import {
  Day,
  endOfPeriod,
  ReportingZone,
  startOfPeriod,
} from './ReportingZone';

/** A full hour that recurs weekly or monthly, in the reporting zone. */
export type Recurrence =
  /** `weekday` from 1 for Monday to 7 for Sunday, `hour` from 0 to 23. */
  | { every: 'week'; weekday: number; hour: number }
  /** On the first day of every month. */
  | { every: 'month'; hour: number };

/** The last instant at which it was due, in ms UTC. */
export function latestDue(
  now: number,
  zone: ReportingZone,
  recurrence: Recurrence,
): number {
  const today = zone.dayOf(now);
  const due = dueIn(today, zone, recurrence);
  const dayBefore = startOfPeriod(today, recurrence.every) - 1;
  return due <= now ? due : dueIn(dayBefore, zone, recurrence);
}

/** The next instant at which it is due, in ms UTC. */
export function nextDue(
  now: number,
  zone: ReportingZone,
  recurrence: Recurrence,
): number {
  const today = zone.dayOf(now);
  const due = dueIn(today, zone, recurrence);
  const dayAfter = endOfPeriod(today, recurrence.every);
  return due > now ? due : dueIn(dayAfter, zone, recurrence);
}

/** When it is due in the week or month of a day, in ms UTC. */
function dueIn(day: Day, zone: ReportingZone, recurrence: Recurrence): number {
  const start = startOfPeriod(day, recurrence.every);
  const ahead = recurrence.every === 'week' ? recurrence.weekday - 1 : 0;
  return zone.instantAt(start + ahead, recurrence.hour);
}
