import { areComparable, Sample } from '../samples';
import { weekdayOf, weekOf } from '../time';
import { WeeklySample } from './forecast/forecastShare';

const SUNDAY = 7;

/**
 * Least observed share of the window of a whole week: one day of 28 may be
 * unknown. With fewer, people may be missing, and filling up would read as growth.
 */
const LEAST_COVERAGE = 27 / 28;

/**
 * The share of active users at the end of each closed ISO week, by time. Left
 * out are weeks without a value, and those before the last change of the
 * definition or the reporting zone. Weeks of which days were not observed are
 * partial.
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

/** How much of the window at the end of a week was observed; undefined if too little. */
export function coverageOf({
  value,
  coverage = 0,
}: Pick<Sample, 'value' | 'coverage'>): 'whole' | 'partial' | undefined {
  if (value === undefined) {
    return undefined;
  }
  return coverage >= LEAST_COVERAGE ? 'whole' : 'partial';
}
