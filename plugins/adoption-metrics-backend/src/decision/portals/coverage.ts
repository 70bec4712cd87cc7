import {
  MetricStatus,
  Target,
  UndecidedReason,
} from 'backstage-plugin-adoption-metrics-common';
import { judgeShare, undecided, Verdict } from '../../samples';
import { Day, Interval } from '../../time';

/**
 * Least reported share of a window by which a target is called missed, as of this
 * portal: over 28 days most people are seen on other days.
 */
const LEAST_COVERAGE = 0.75;

/** Days after which what was reported is too old to speak of today. */
export const STALE_DAYS = 7;

/** How much of a window is known. */
export interface Coverage {
  /** Reported share of its days. */
  coverage: number;
  /** Whether the portal was reported before it, or on its first day. */
  isWhole: boolean;
  /** Whether anything of it is known, so that a count is a lower bound. */
  isSeen: boolean;
}

/** How much of a window one portal has reported. */
export function coverageOf(
  window: Interval,
  reported: ReadonlySet<Day>,
  firstDay: Day,
): Coverage {
  const known = daysOf(window).filter(day => reported.has(day));
  return {
    coverage: known.length / (window.to - window.from),
    isWhole: firstDay <= window.from,
    isSeen: known.length > 0,
  };
}

/**
 * How much of a window is known of all portals together. Before a portal is first
 * reported, nobody uses it.
 *
 * @param own - how much this portal knows of itself
 */
export function coverageOfAny(
  window: Interval,
  portals: Array<{ reported: ReadonlySet<Day>; firstDay: Day }>,
  own: Coverage,
): Coverage {
  const days = daysOf(window);
  const known = days.filter(day =>
    portals.every(
      ({ reported, firstDay }) => day < firstDay || reported.has(day),
    ),
  );
  const isReported = (day: Day) =>
    portals.some(({ reported }) => reported.has(day));
  return {
    coverage: Math.min(own.coverage, known.length / (window.to - window.from)),
    isWhole: own.isWhole,
    isSeen: own.isSeen || days.some(isReported),
  };
}

/** Whether who was not seen in a window was most likely not there. */
export function isKnown({ coverage, isWhole }: Coverage): boolean {
  return isWhole && coverage >= LEAST_COVERAGE;
}

/** What is known of the active people of a portal at the end of a day. */
interface Counted {
  /** Whether who was not seen was most likely not there. */
  isKnown: boolean;
  /** Undefined while nothing of the window was reported. */
  active: number | undefined;
  developers: number | undefined;
  /** The newest day that was reported; undefined before any. */
  lastDay: Day | undefined;
}

/**
 * Whether a portal meets a target on a day. Enough people decide whatever is
 * missing; too few do so once the window is known.
 */
export function judgePortal(
  counted: Counted,
  target: Target,
  day: Day,
): { status: MetricStatus; reason?: UndecidedReason } {
  const { active, developers, lastDay } = counted;
  if (lastDay === undefined || active === undefined || !developers) {
    const isOld = lastDay !== undefined && lastDay <= day - STALE_DAYS;
    return undecided(isOld ? 'stale-evidence' : 'no-data');
  }
  if (active > developers) {
    return undecided('misconfigured');
  }
  const verdict: Verdict = judgeShare(active, developers, target);
  if (verdict.status === 'met' || counted.isKnown) {
    return verdict;
  }
  return undecided(
    lastDay <= day - STALE_DAYS ? 'stale-evidence' : 'window-incomplete',
  );
}

function daysOf({ from, to }: Interval): Day[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
