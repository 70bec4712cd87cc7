import { Deadline, StoredDeadline } from './Deadline';

/** Who did something, and when. */
export interface Act {
  /** ms UTC. */
  at: number;
  /** An entity ref or `configuration`; undefined once forgotten. */
  by?: string;
}

/** A change of what is aimed at. */
export interface DeadlineChange extends Act {
  act: 'set' | 'changed' | 'ended';
  before?: Deadline;
  after?: Deadline;
}

/** Keeps the deadline and what it was before. There is one at a time. */
export interface DeadlineStore {
  current(): Promise<StoredDeadline | undefined>;

  /** The current one or an earlier one. */
  byId(id: number): Promise<StoredDeadline | undefined>;

  /**
   * Puts a deadline in the place of the current one, or ends that one.
   *
   * @param expected - id of the current one, or undefined if there is none
   * @returns false if another replica or person was faster
   */
  replace(
    expected: number | undefined,
    deadline: Deadline | undefined,
    act: Act,
  ): Promise<boolean>;

  /** Every change, newest first. */
  log(): Promise<DeadlineChange[]>;

  /** Takes the name of somebody off everything they changed. */
  forgetAuthor(entityRef: string): Promise<void>;
}
