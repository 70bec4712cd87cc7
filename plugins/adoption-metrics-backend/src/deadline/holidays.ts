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
 * How many days of a window can be holidays. People who come once a week came
 * in the other three weeks.
 */
const MOST_HOLIDAYS = 7;

/** Omits samples whose window contains more than a week of holidays. */
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
