import {
  MetricStatus,
  UndecidedReason,
} from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS } from '../time';
import { ErrorBudget, errorBudget } from './errorBudget';
import { StateTimes } from './stateTimes';

/** The shortest observation that is judged, in ms. */
const SHORTEST_OBSERVATION = 7 * DAY_MS;

/** Why a time cannot be judged, if so. */
export function whyUndecided(times: StateTimes): UndecidedReason | undefined {
  if (times.strict === undefined) {
    return 'no-data';
  }
  const observed = times.accountable + times.maintenance;
  return observed < SHORTEST_OBSERVATION ? 'window-incomplete' : undefined;
}

/** Judges a time against a target share, with its error budget. */
export function judgeTimes(
  times: StateTimes,
  target: number,
): { status: MetricStatus; reason?: UndecidedReason; budget: ErrorBudget } {
  const budget = errorBudget({ ...times, target });
  const reason = whyUndecided(times);
  if (reason) {
    return { status: 'undecided', reason, budget };
  }
  return { status: budget.left >= 0 ? 'met' : 'missed', budget };
}
