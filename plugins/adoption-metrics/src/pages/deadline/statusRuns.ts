import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';

type Week = DeadlineReport['weeks'][number];

/** Weeks in a row in which the deadline had the same status. */
export interface StatusRun {
  state: Week['state'];
  /** Last day of its first week. */
  from: string;
  /** Last day of its last week. */
  to: string;
  weeks: number;
  /** As it was first, and as it was last; null without a forecast. */
  first: number | null;
  last: number | null;
}

/** The history of the status, the newest first. */
export function statusRunsOf(weeks: Week[]): StatusRun[] {
  const runs: StatusRun[] = [];
  for (const { week, state, probability } of weeks) {
    const run = runs[0];
    if (run?.state === state) {
      run.to = week;
      run.weeks += 1;
      run.first = run.first ?? probability;
      run.last = probability ?? run.last;
    } else {
      runs.unshift({
        state,
        from: week,
        to: week,
        weeks: 1,
        first: probability,
        last: probability,
      });
    }
  }
  return runs;
}
