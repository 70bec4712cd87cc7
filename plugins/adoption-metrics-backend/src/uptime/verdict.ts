import {
  metricTable,
  MetricStatus,
  UndecidedReason,
  UptimeBasis,
} from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, Interval } from '../time';
import { ErrorBudget, errorBudget } from './errorBudget';
import { StateTimes } from './stateTimes';

/** The shortest observation that is judged, in ms. */
const SHORTEST_OBSERVATION = metricTable.uptime.judgedAfterDays * DAY_MS;

interface TimesVerdict {
  status: MetricStatus;
  reason?: UndecidedReason;
  judgedOn?: UptimeBasis;
  budget: ErrorBudget;
}

/**
 * The part of a window that can be judged: all of it if it was observed
 * completely, otherwise the observed part if it is long enough.
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
 * Whether a portal has been observed for long enough to be judged. The first
 * days after an installation say little about later ones.
 *
 * @param observedSince - in ms UTC, like `now`
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
 * Compares a window with a target, and computes its error budget.
 *
 * @param isNew - whether the portal has not been observed for long enough
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
