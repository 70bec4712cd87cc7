import { Day, DAYS_A_WEEK, weekdayOf } from '../../time';

/** As long as it takes to know a week, and short enough to follow changes. */
export const USUAL_DAYS = 8 * DAYS_A_WEEK;

/** Of the people on the busiest weekday: a few may work on any day. */
const LEAST_SHARE = 0.25;

/**
 * The weekdays on which people usually come, 1 for Monday to 7 for Sunday, by
 * the portal's own days; all of them while nothing is known. Days that were not
 * observed say nothing.
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
