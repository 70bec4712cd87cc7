import { Day, Interval } from '../time';

/** Who set a deadline. */
export type DeadlineSource = 'configuration' | 'api' | 'history';

/** A goal for active users with a date. */
export interface Deadline {
  source: DeadlineSource;
  start: Day;
  /** The day at whose end the goal is to be held. */
  date: Day;
  /** Share of developers. */
  goal: number;
  /** Closed weeks for which the goal has to be held. */
  hold: number;
  /** Days, sorted and disjoint, on which few are expected; none if undefined. */
  holidays?: Interval[];
  /** Entity refs of who is notified; nobody but the configured if undefined. */
  recipients?: string[];
}

/** A deadline as it is stored. */
export interface StoredDeadline extends Deadline {
  id: number;
  /** ms UTC. */
  setAt: number;
}

/** Whether two deadlines ask for the same, whoever is notified. */
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
