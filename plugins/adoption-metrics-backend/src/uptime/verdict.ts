import {
  MetricStatus,
  UndecidedReason,
  UptimeBasis,
} from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, Interval } from '../time';
import { ErrorBudget, errorBudget } from './errorBudget';
import { StateTimes } from './stateTimes';

/** The shortest observation that is judged for a longer window, in ms. */
const SHORTEST_OBSERVATION = 7 * DAY_MS;

interface TimesVerdict {
  status: MetricStatus;
  reason?: UndecidedReason;
  judgedOn?: UptimeBasis;
  budget: ErrorBudget;
}

/**
 * Which part of a window can be judged: all of it, if it was observed from its
 * beginning to its end, or what was observed of it, if that is long enough.
 */
export function basisOf(
  times: StateTimes,
  window: Interval,
): { judgedOn: UptimeBasis } | { reason: UndecidedReason } {
  if (times.strict === undefined) {
    return { reason: 'no-data' };
  }
  const observed = observedOf(times);
  if (observed >= window.to - window.from) {
    return { judgedOn: 'whole-window' };
  }
  return observed >= SHORTEST_OBSERVATION
    ? { judgedOn: 'observed-part' }
    : { reason: 'window-incomplete' };
}

/** How much of a window was observed, in ms. */
export function observedOf({ accountable, maintenance }: StateTimes): number {
  return accountable + maintenance;
}

/** Judges a window against a target share, with its error budget. */
export function judgeTimes(
  times: StateTimes,
  window: Interval,
  target: number,
): TimesVerdict {
  const budget = errorBudget({ ...times, target });
  const basis = basisOf(times, window);
  return 'reason' in basis
    ? { status: 'undecided', ...basis, budget }
    : { status: budget.left >= 0 ? 'met' : 'missed', ...basis, budget };
}
