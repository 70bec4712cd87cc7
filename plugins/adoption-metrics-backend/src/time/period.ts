import { DateTime, Duration } from 'luxon';
import { Day } from './ReportingZone';
import { DAY_MS } from './units';

/**
 * Adds a calendar period to a day. Months are clamped: half a year after August
 * 31 is the last day of February.
 *
 * @param period - ISO 8601 with years, months, weeks, or days, such as `P6M`
 * @returns undefined if it is not such a period of at least one day
 */
export function addPeriod(day: Day, period: string): Day | undefined {
  const duration = Duration.fromISO(period);
  if (!duration.isValid || /T/.test(period)) {
    return undefined;
  }
  const start = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
  const end = Math.round(start.plus(duration).toMillis() / DAY_MS);
  return end > day ? end : undefined;
}

/** Calendar months between two days, with a fraction of the last month. */
export function monthsBetween(from: Day, to: Day): number {
  const [start, end] = [from, to].map(day =>
    DateTime.fromMillis(day * DAY_MS, { zone: 'utc' }),
  );
  return end.diff(start, 'months').months;
}
