import { Day } from '../time';

/** Days from `from` to before `to`; undefined while they last. */
export interface DaySpan {
  from: Day;
  to: Day | undefined;
}

/** What is held about a person besides what the person did. */
export interface PersonRecord {
  personId: number;
  optedOut: boolean;
  /** First and last active day; undefined when not noted. */
  firstDay: Day | undefined;
  lastDay: Day | undefined;
  developer: DaySpan[];
  teams: Array<DaySpan & { entityRef: string; name: string }>;
}

/** What became of a request to forget somebody. */
export interface Forgotten {
  /** Whether anything was held. */
  forgotten: boolean;
  /** Active days that were deleted. */
  activeDays: number;
  /** Whether the person is not counted again either. */
  stopped: boolean;
}

/** Keeps everything that is stored under a person, wherever it is. */
export interface PersonRecordStore {
  read(pseudonym: string): Promise<PersonRecord | undefined>;

  /** Once this is done, nothing is stored about somebody who opted out. */
  setOptedOut(pseudonym: string, optedOut: boolean): Promise<void>;

  /**
   * Deletes a person with all identities, in one transaction. With `stop`, or
   * if the person had opted out, the pseudonyms alone remain, marked as such.
   */
  forget(pseudonym: string, options: { stop: boolean }): Promise<Forgotten>;

  /**
   * Gives everything of one identity to another, in one transaction, and counts
   * what still comes under the former for the latter. Opting out as either
   * counts for both. Doing it again changes nothing.
   *
   * @returns whether `from` is known
   */
  merge(identities: { from: string; into: string }): Promise<boolean>;
}
