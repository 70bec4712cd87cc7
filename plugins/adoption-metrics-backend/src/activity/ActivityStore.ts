import { Day, Interval } from '../time';
import { Population } from './population';

/** Distinct people active in an interval of days. */
export interface ActivePeople {
  /** Those among them of whom the metrics speak. */
  counted: number;
  /** All of them, without the excluded and those who opted out. */
  total: number;
}

/** Distinct people active in the 28 days to a day. */
export interface ActivitySummary extends ActivePeople {
  /** Those counted who were active in the last 7 days. */
  week: number;
  /** Those counted who were active on the last day. */
  day: number;
  /** Those counted who were active in 3 of the 4 blocks of 7 days. */
  regular: number;
  /** Days from Monday to Friday on which those counted were active, summed. */
  workingPersonDays: number;
}

/** Reads who was active. */
export interface ActivityStore {
  countActive(days: Interval, population: Population): Promise<ActivePeople>;

  /** People active on the day of the population who were not in `days`. */
  countAdditional(days: Interval, population: Population): Promise<number>;

  /** The 28 days that end with the day of the population. */
  summarize(population: Population): Promise<ActivitySummary>;

  /** The days of `days` on which anybody was active. */
  reportedDays(days: Interval): Promise<Set<Day>>;

  /** How many people asked not to be counted. */
  countOptedOut(): Promise<number>;

  /** When the newest batch was received, in ms UTC. */
  lastBatchAt(): Promise<number | undefined>;

  /** The first day with activity, be it held or deleted since. */
  firstDay(): Promise<Day | undefined>;
}
