import { Day, Interval } from '../time';
import { Population } from './population';

/** How the people of a population came, stayed and went in a period. */
export interface LifecycleCounts {
  people: number;
  active: number;
  new: number;
  returning: number;
  reactivated: number;
  lapsed: number;
  neverSeen: number;
}

/** People by their first active day, and how many were active in a period. */
export interface FirstDayCount {
  firstDay: Day;
  size: number;
  active: number;
}

/** Developers who joined in one interval and first used the portal alike. */
export interface JoinerCount {
  /** First day of the interval of joining. */
  from: Day;
  /** Days from joining to first use; undefined without any use. */
  delay: number | undefined;
  people: number;
}

/** Developers who were new and who were gone on a day. */
export interface Turnover {
  day: Day;
  joined: number | undefined;
  departed: number | undefined;
}

/** Reads how people come, stay and go. */
export interface LifecycleStore {
  /** Keeps the first and the last active day of everybody seen on a day. */
  noteActivity(day: Day): Promise<void>;

  countLifecycle(
    periods: { current: Interval; previous: Interval },
    population: Population,
  ): Promise<LifecycleCounts>;

  /** Whose first day is in `firstDays`, by that day. */
  countByFirstDay(
    options: { firstDays: Interval; active: Interval },
    population: Population,
  ): Promise<FirstDayCount[]>;

  /** Who became a developer, without those whom the first reading found. */
  countJoiners(
    intervals: Interval[],
    population: Population,
  ): Promise<JoinerCount[]>;

  turnover(days: Interval): Promise<Turnover[]>;
}
