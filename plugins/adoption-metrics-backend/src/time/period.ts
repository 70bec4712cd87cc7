import { DateTime, Duration } from 'luxon';
import { Day } from './ReportingZone';
import { DAY_MS } from './units';

/**
 * The day that is a calendar period after another. Months end where they end:
 * half a year after 31 August is the last day of February.
 *
 * @param period - in ISO 8601, of years, months, weeks and days, such as `P6M`
 * @returns undefined if the text is no such period of at least one day
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

/** Calendar months between two days; 1.5 is half of the second month later. */
export function monthsBetween(from: Day, to: Day): number {
  const [start, end] = [from, to].map(day =>
    DateTime.fromMillis(day * DAY_MS, { zone: 'utc' }),
  );
  return end.diff(start, 'months').months;
}
