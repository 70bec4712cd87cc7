import { areComparable, Sample } from '../samples';
import { weekdayOf, weekOf } from '../time';
import { WeeklySample } from './forecast/forecastShare';

const SUNDAY = 7;

/**
 * At most one of 28 days can be unknown in a complete week. Otherwise, people
 * may be missing, and recovering would look like growth.
 */
const LEAST_COVERAGE = 27 / 28;

/**
 * The share of active users at the end of each closed ISO week, by time. Omits
 * weeks without a value, and weeks before the last change of the definition or
 * time zone. Weeks with unobserved days are partial.
 *
 * @param headlines - samples of active users, oldest first
 */
export function weeklySamples(headlines: Sample[]): WeeklySample[] {
  const weekly = headlines.filter(({ day }) => weekdayOf(day) === SUNDAY);
  const newest = weekly.at(-1);
  return weekly.flatMap(sample => {
    const { numerator, denominator } = sample;
    const coverage = coverageOf(sample);
    if (!coverage || !denominator || !areComparable(sample, newest!)) {
      return [];
    }
    const week: WeeklySample = {
      week: weekOf(sample.day),
      active: numerator ?? 0,
      developers: denominator,
    };
    return [
      coverage === 'partial' ? { ...week, coverage: sample.coverage } : week,
    ];
  });
}

/** The observed share of a week's window; undefined if it is too low. */
export function coverageOf({
  value,
  coverage = 0,
}: Pick<Sample, 'value' | 'coverage'>): 'whole' | 'partial' | undefined {
  if (value === undefined) {
    return undefined;
  }
  return coverage >= LEAST_COVERAGE ? 'whole' : 'partial';
}
