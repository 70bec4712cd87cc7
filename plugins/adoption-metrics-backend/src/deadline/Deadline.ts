import { Day, Interval } from '../time';

/** Who set a deadline. */
export type DeadlineSource = 'configuration' | 'api' | 'history';

/** A goal for active users with a date. */
export interface Deadline {
  source: DeadlineSource;
  start: Day;
  /** The goal has to be reached by the end of this day. */
  date: Day;
  /** Share of developers. */
  goal: number;
  /** For how many closed weeks the goal has to be held. */
  hold: number;
  /** Days with little expected activity, sorted and disjoint. */
  holidays?: Interval[];
  /** Entity refs of recipients, in addition to configured ones. */
  recipients?: string[];
}

/** A deadline as it is stored. */
export interface StoredDeadline extends Deadline {
  id: number;
  /** ms UTC. */
  setAt: number;
}

/**
 * Whether two deadlines have the same goal and dates, regardless of recipients.
 */
export function isSameDeadline(a: Deadline, b: Deadline): boolean {
  return (
    a.start === b.start &&
    a.date === b.date &&
    a.goal === b.goal &&
    a.hold === b.hold &&
    JSON.stringify(a.holidays ?? []) === JSON.stringify(b.holidays ?? [])
  );
}

/** Whether two deadlines name the same recipients, in any order. */
export function hasSameRecipients(a: Deadline, b: Deadline): boolean {
  const [of, others] = [a, b].map(({ recipients = [] }) =>
    [...recipients].sort().join(),
  );
  return of === others;
}
