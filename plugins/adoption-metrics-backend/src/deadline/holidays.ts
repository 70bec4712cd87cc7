import { WINDOW_DAYS } from '../activity';
import {
  Interval,
  lastDayOfWeek,
  lengthOfOverlap,
  trailingDays,
  union,
} from '../time';
import { WeeklySample } from './forecast/forecastShare';

/**
 * Days of a window that may be holidays. Whoever comes about once a week came
 * in the other three; of more, the fall would be the calendar's.
 */
const MOST_HOLIDAYS = 7;

/** Leaves out samples whose window holds more than a week of holidays. */
export function withoutHolidays(
  samples: WeeklySample[],
  holidays: Interval[] = [],
): WeeklySample[] {
  const days = union(holidays);
  return samples.filter(({ week }) => {
    const window = trailingDays(lastDayOfWeek(week), WINDOW_DAYS);
    return lengthOfOverlap([window], days) <= MOST_HOLIDAYS;
  });
}
