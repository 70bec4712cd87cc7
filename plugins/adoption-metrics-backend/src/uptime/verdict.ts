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

/**
 * Whether a portal has been observed for long enough that any part of that time
 * can be judged: the day of an installation says nothing of those to come.
 *
 * @param observedSince - in ms UTC, as is `now`
 */
export function isJudgeable(
  observedSince: number | undefined,
  now: number,
): boolean {
  return (
    observedSince !== undefined && now - observedSince >= SHORTEST_OBSERVATION
  );
}

/**
 * Judges a window against a target share, with its error budget.
 *
 * @param isNew - whether nothing can be judged yet
 */
export function judgeTimes(
  times: StateTimes,
  window: Interval,
  { target, isNew }: { target: number; isNew: boolean },
): TimesVerdict {
  const budget = errorBudget({ ...times, target });
  const known = basisOf(times, window);
  const basis =
    isNew && 'judgedOn' in known
      ? { reason: 'window-incomplete' as const }
      : known;
  return 'reason' in basis
    ? { status: 'undecided', ...basis, budget }
    : { status: budget.left >= 0 ? 'met' : 'missed', ...basis, budget };
}
