import { Day, DAYS_A_WEEK, weekdayOf } from '../../time';

/** Long enough to know the usual weekdays, short enough to follow changes. */
export const USUAL_DAYS = 8 * DAYS_A_WEEK;

/**
 * Relative to the busiest weekday, because a few people may work on any day.
 */
const LEAST_SHARE = 0.25;

/**
 * Weekdays on which people usually come, 1 for Monday to 7 for Sunday, based on
 * observed days. All weekdays if nothing is known.
 */
export function usualWeekdays(
  days: Array<{ day: Day; reporters: number }>,
): Set<number> {
  const means = Array.from({ length: DAYS_A_WEEK }, (_, index) =>
    mean(
      days
        .filter(({ day }) => weekdayOf(day) === index + 1)
        .map(({ reporters }) => reporters),
    ),
  );
  const least = LEAST_SHARE * Math.max(...means);
  const usual = means.flatMap((each, index) =>
    each >= least ? [index + 1] : [],
  );
  return new Set(usual);
}

function mean(numbers: number[]): number {
  return numbers.length === 0
    ? 0
    : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
