import { areComparable, Sample } from '../samples';
import { weekdayOf, weekOf } from '../time';
import { WeeklySample } from './forecast/forecastShare';

const SUNDAY = 7;

/**
 * Least observed share of the window: one day of 28 may be unknown. A window
 * that reaches back to before anything was collected has fewer people in it,
 * and filling up would read as growth.
 */
const LEAST_COVERAGE = 27 / 28;

/**
 * The share of active users at the end of each closed ISO week, by time. Left
 * out are weeks without a complete window, and those before the last change of
 * the definition or the reporting zone.
 *
 * @param headlines - samples of active users, oldest first
 */
export function weeklySamples(headlines: Sample[]): WeeklySample[] {
  const weekly = headlines.filter(({ day }) => weekdayOf(day) === SUNDAY);
  const newest = weekly.at(-1);
  return weekly.flatMap(sample => {
    const { numerator, denominator } = sample;
    return newest &&
      isMeasured(sample) &&
      denominator &&
      areComparable(sample, newest)
      ? [
          {
            week: weekOf(sample.day),
            active: numerator ?? 0,
            developers: denominator,
          },
        ]
      : [];
  });
}

/** Whether enough of the window at the end of a week was observed. */
export function isMeasured({
  value,
  coverage = 0,
}: Pick<Sample, 'value' | 'coverage'>): boolean {
  return value !== undefined && coverage >= LEAST_COVERAGE;
}
