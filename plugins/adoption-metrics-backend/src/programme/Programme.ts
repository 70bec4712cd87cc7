import { Day, Interval } from '../time';

/** Who set a programme. */
export type ProgrammeSource = 'configuration' | 'api' | 'history';

/** A goal for active users with a date. */
export interface Programme {
  source: ProgrammeSource;
  start: Day;
  /** The day at whose end the goal is to be held. */
  deadline: Day;
  /** Share of developers. */
  goal: number;
  /** Closed weeks for which the goal has to be held. */
  hold: number;
  /** Days, sorted and disjoint, on which few are expected; none if undefined. */
  holidays?: Interval[];
}

/** A programme as it is stored. */
export interface StoredProgramme extends Programme {
  id: number;
  /** ms UTC. */
  setAt: number;
}

/** Whether two programmes ask for the same. */
export function isSameProgramme(a: Programme, b: Programme): boolean {
  return (
    a.start === b.start &&
    a.deadline === b.deadline &&
    a.goal === b.goal &&
    a.hold === b.hold &&
    JSON.stringify(a.holidays ?? []) === JSON.stringify(b.holidays ?? [])
  );
}
