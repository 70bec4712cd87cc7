import { stillNeeded } from '../../deadline';
import { Day, Interval } from '../../time';

/** What is known of a trial; days are half-open. */
export interface Trial {
  days: Interval;
  /** The day that is not over. */
  today: Day;
  /** Members of the team. */
  size: number;
  /** Share of the team that has to use the portal. */
  goal: number;
  /** The day on which each member used it first, of those who did. */
  firstDays: Iterable<Day>;
  /** Days of which activity is known. */
  reported: Iterable<Day>;
}

/** What a team made of a candidate. */
export interface Measured {
  /** Members needed to meet the goal. */
  needed: number;
  /** Members who have used it; undefined while nothing is known. */
  active: number | undefined;
  goalReachedOn: Day | undefined;
  /** The first day of the trial is day 1. */
  daysToGoal: number | undefined;
  lastReportedDay: Day | undefined;
  /** Closed days without any report. */
  missingDays: number;
  /** Members active up to each closed day; undefined on those not reported. */
  byDay: Array<{ day: Day; active: number | undefined }>;
}

/**
 * How many members of a team have used a portal since its trial began, by day.
 * Whoever used it on a day counts on all days after it: the one exception to
 * the rule that people are counted in whole periods.
 */
export function measureCandidate(trial: Trial): Measured {
  const { days, today, size, goal } = trial;
  const closed = { from: days.from, to: Math.min(days.to, today) };
  const isClosed = (day: Day) => day >= closed.from && day < closed.to;
  const firstDays = [...trial.firstDays].filter(isClosed).sort(byNumber);
  const reported = new Set([...trial.reported].filter(isClosed));
  const needed = Math.max(
    1,
    stillNeeded({ active: 0, developers: size }, goal),
  );
  const goalReachedOn = firstDays.at(needed - 1);
  const length = Math.max(0, closed.to - closed.from);
  return {
    needed,
    active: reported.size === 0 ? undefined : firstDays.length,
    goalReachedOn,
    daysToGoal:
      goalReachedOn === undefined ? undefined : goalReachedOn - days.from + 1,
    lastReportedDay: [...reported].sort(byNumber).at(-1),
    missingDays: length - reported.size,
    byDay: Array.from({ length }, (_, index) => {
      const day = closed.from + index;
      const active = firstDays.filter(first => first <= day).length;
      return { day, active: reported.has(day) ? active : undefined };
    }),
  };
}

function byNumber(a: number, b: number): number {
  return a - b;
}
