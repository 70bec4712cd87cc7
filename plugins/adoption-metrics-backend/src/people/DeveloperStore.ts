import { Day } from '../time';

/** The number of developers on a day. */
export interface DeveloperCount {
  day: Day;
  developers: number;
  /** Users of the catalog that were left out. */
  excluded: number;
  /** Whether a sudden fall was not believed, so that the last value holds. */
  held: boolean;
  /** Developers who were none the day before; undefined when unknown. */
  joined?: number;
  /** Developers of the day before who are none now; undefined when unknown. */
  departed?: number;
}

/** Keeps who was a developer on which days. */
export interface DeveloperStore {
  /** Makes these people the developers from `day` on. */
  replaceDevelopers(
    personIds: number[],
    count: { day: Day; excluded: number },
  ): Promise<void>;

  /** Notes that the last developers still hold on `day`. */
  hold(day: Day): Promise<void>;

  /** The newest count up to and including `day`. */
  countOn(day: Day): Promise<DeveloperCount | undefined>;
}
