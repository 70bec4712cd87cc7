import { Day, DAYS_A_WEEK, weekdayOf } from '../../time';
import { ChanceOfNone } from './ChanceOfNone';

/** What is said of a day on which people were expected. */
export interface ExpectedDay {
  day: Day;
  /** Distinct people whose browsers reported that day. */
  reporters: number;
}

interface Weekday {
  /** Days that are known, and those of them without reports. */
  days: number;
  silent: number;
  reporters: number;
}

/** Of the people on the busiest weekday: a few may work on any day. */
const LEAST_SHARE = 0.25;

/** Days of all working weekdays that count for each of them. */
const SHARED_DAYS = 10;

/** Days after which a day says half as much about how many come. */
const HALF_LIFE_DAYS = 20;

/**
 * On the best days but one in twenty: a day on which the portal was shown to
 * many says nothing of who comes.
 */
const BEST_DAYS = 0.95;

/** What days on which people were expected say of those that follow. */
export class UsualDays {
  readonly #weekdays: Weekday[];
  readonly #works: boolean[];

  /**
   * @param days - observed days without holidays, oldest first
   * @param next - the first of the days that follow
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

  /** Of some days, how many lie on weekdays on which people usually come. */
  countWorking(days: Array<{ day: Day }>): number {
    return days.filter(({ day }) => this.#works[weekdayOf(day) - 1]).length;
  }

  /** How many people come on the best of days; 0 if nobody ever did. */
  mostReporters(): number {
    const reporters = this.days
      .map(each => each.reporters)
      .filter(count => count > 0)
      .sort((a, b) => a - b);
    return reporters[Math.floor(reporters.length * BEST_DAYS)] ?? 0;
  }

  /**
   * The chance that nobody comes on any of some days that follow: the larger of
   * two. One tells it from how often nobody came on such weekdays, which also
   * knows of people who stay away together; one from how many people came
   * lately, which also knows when there are fewer and fewer.
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

  // Visitors as a Poisson process, of a rate that is known by a gamma
  // distribution.
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
    // Where fewer come than before, there will soon be fewer still.
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
