import { Day, Interval } from '../time';

/** Distinct people active in an interval of days. */
export interface ActivePeople {
  /** Those among them who are developers on the day of reference. */
  developers: number;
  /** All of them. */
  total: number;
}

/** Reads who was active. */
export interface ActivityStore {
  /** @param developersOn - the day whose developers are meant */
  countActive(days: Interval, developersOn: Day): Promise<ActivePeople>;

  /** Developers active on `day` who were not active in `days`. */
  countAdditional(day: Day, days: Interval): Promise<number>;

  /** Developers active in at least 3 of the 4 blocks of 7 days to `lastDay`. */
  countRegular(lastDay: Day): Promise<number>;

  /** Distinct people per plugin, most first. */
  countByPlugin(
    days: Interval,
  ): Promise<Array<{ pluginId: string; people: number }>>;

  /** When the newest batch was received, in ms UTC. */
  lastBatchAt(): Promise<number | undefined>;

  /** The first day of which activity is stored. */
  firstDay(): Promise<Day | undefined>;
}
