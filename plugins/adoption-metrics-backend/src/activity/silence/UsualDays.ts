import { Day, DAYS_A_WEEK, weekdayOf } from '../../time';
import { ChanceOfNone } from './ChanceOfNone';

/** A day on which people were expected. */
interface ExpectedDay {
  day: Day;
  /** Distinct people whose browsers reported. */
  reporters: number;
}

interface Weekday {
  /** The number of known days, and of those without reports. */
  days: number;
  silent: number;
  reporters: number;
}

/**
 * Relative to the busiest weekday, because a few people may work on any day.
 */
const LEAST_SHARE = 0.25;

/**
 * How many days the average of all usual weekdays adds to the estimate of each.
 */
const SHARED_DAYS = 10;

/** Half-life of a day's weight for the expected number of people. */
const HALF_LIFE_DAYS = 20;

/** Excludes days on which the portal was shown to many people. */
const BEST_DAYS = 0.95;

/** Predicts future days from days on which people were expected. */
export class UsualDays {
  readonly #weekdays: Weekday[];
  readonly #works: boolean[];

  /**
   * @param days - observed days without holidays, oldest first
   * @param next - the first day to predict
   */
  constructor(
    private readonly days: ExpectedDay[],
    private readonly next: Day,
  ) {
    this.#weekdays = weekdaysOf(days);
    const means = this.#weekdays.map(meanOf);
    const least = LEAST_SHARE * Math.max(...means);
    this.#works = means.map(mean => mean > 0 && mean >= least);
  }

  /** The number of days on usual weekdays. */
  countWorking(days: Array<{ day: Day }>): number {
    return days.filter(({ day }) => this.#works[weekdayOf(day) - 1]).length;
  }

  /** The number of people on the busiest days; 0 if nobody ever came. */
  mostReporters(): number {
    const reporters = this.days
      .map(each => each.reporters)
      .filter(count => count > 0)
      .sort((a, b) => a - b);
    return reporters[Math.floor(reporters.length * BEST_DAYS)] ?? 0;
  }

  /**
   * The probability that nobody comes on any of the given days: the larger of
   * two estimates. One is based on how often nobody came on such weekdays,
   * which accounts for people who are away together. The other one is based on
   * how many people came recently, which accounts for declining use.
   */
  chanceOfSilence(days: Array<{ day: Day }>): number {
    const counts = new Array<number>(DAYS_A_WEEK).fill(0);
    for (const { day } of days) {
      counts[weekdayOf(day) - 1] += 1;
    }
    return Math.max(this.#bySilentDays(counts), this.#byVisitors(counts));
  }

  #bySilentDays(counts: number[]): number {
    const working = this.#weekdays.filter((_, index) => this.#works[index]);
    const share =
      (0.5 + sumOf(working, ({ silent }) => silent)) /
      (1 + sumOf(working, ({ days }) => days));
    return counts.reduce((chance, count, index) => {
      const { days, silent } = this.#weekdays[index];
      const prior = this.#works[index]
        ? { days: SHARED_DAYS, silent: SHARED_DAYS * share }
        : { days: 1, silent: 0.5 };
      const ofWeekday = new ChanceOfNone({
        some: days - silent + prior.days - prior.silent,
        none: silent + prior.silent,
      });
      return chance * ofWeekday.ofNoneIn(count);
    }, 1);
  }

  // Models visitors as a Poisson process, with a gamma distribution for its
  // rate.
  #byVisitors(counts: number[]): number {
    const means = this.#weekdays.map(meanOf);
    const ahead = sumOf(counts, (count, index) => count * means[index]);
    let came = 0.5;
    let expected = 0;
    for (const { day, reporters } of this.days) {
      const weight = 2 ** ((day - this.next) / HALF_LIFE_DAYS);
      came += weight * reporters;
      expected += weight * means[weekdayOf(day) - 1];
    }
    // If use has declined, assume that it continues to do so.
    const fall = Math.min(1, came / expected);
    return (expected / (expected + ahead)) ** (came * Math.sqrt(fall));
  }
}

function weekdaysOf(days: ExpectedDay[]): Weekday[] {
  const weekdays = Array.from({ length: DAYS_A_WEEK }, () => ({
    days: 0,
    silent: 0,
    reporters: 0,
  }));
  for (const { day, reporters } of days) {
    const weekday = weekdays[weekdayOf(day) - 1];
    weekday.days += 1;
    weekday.silent += reporters > 0 ? 0 : 1;
    weekday.reporters += reporters;
  }
  return weekdays;
}

function meanOf({ days, reporters }: Weekday): number {
  return reporters / Math.max(1, days);
}

function sumOf<T>(items: T[], of: (item: T, index: number) => number): number {
  return items.reduce((sum, item, index) => sum + of(item, index), 0);
}
