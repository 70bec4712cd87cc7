import {
  apiLocale,
  DeadlineReport,
  formatShare,
} from 'backstage-plugin-adoption-metrics-common';
import { judgeShare } from '../samples';
import { formatDay, lastDayOfWeek, lastWeekEndingBy } from '../time';
import { WeeklySample } from './forecast/forecastShare';

type Current = DeadlineReport['current'];
type Stuck = NonNullable<DeadlineReport['stuck']>;

/** Published numbers about adoption. */
export interface PublishedAdoption {
  /** The share that portals usually reach, with its source. */
  reference: DeadlineReport['reference'];
  /** Below this share, a portal can be stuck. */
  stuckBelow: number;
}

/** How many consecutive closed weeks it has to stay there. */
const STUCK_WEEKS = 6;

/**
 * The current state of adoption: `met` from the goal on, `stalled` up to the
 * reference.
 */
export function currentOf(
  samples: WeeklySample[],
  goal: number,
  reference: number,
): Current {
  const newest = samples.at(-1);
  if (!newest) {
    return {
      share: null,
      active: null,
      developers: null,
      day: null,
      band: null,
    };
  }
  const { active, developers, week } = newest;
  return {
    share: active / developers,
    active,
    developers,
    day: formatDay(lastDayOfWeek(week)),
    band: bandOf(newest, goal, reference),
  };
}

function bandOf(
  { active, developers }: WeeklySample,
  goal: number,
  reference: number,
): Current['band'] {
  const isAtLeast = (value: number) =>
    judgeShare(active, developers, { operator: '>=', value }).status === 'met';
  if (isAtLeast(goal)) {
    return 'met';
  }
  return active <= reference * developers ? 'stalled' : 'climbing';
}

/**
 * Whether a portal has been stuck for weeks. New portals are exempt, because a
 * launch does not start at its goal.
 *
 * @param closed - the last closed day
 * @param below - the share below which a portal is stuck
 */
export function stuckOf(
  samples: WeeklySample[],
  closed: number | undefined,
  below: number,
): Stuck | null {
  const recent = samples.slice(-STUCK_WEEKS);
  const isRecent =
    closed !== undefined &&
    recent.length === STUCK_WEEKS &&
    lastDayOfWeek(recent[STUCK_WEEKS - 1].week) === lastWeekEndingBy(closed) &&
    recent[STUCK_WEEKS - 1].week - recent[0].week === STUCK_WEEKS - 1;
  const isStuck = recent.every(
    ({ active, developers }) => active < below * developers,
  );
  return isRecent && isStuck ? { below, weeks: STUCK_WEEKS } : null;
}

/** Suggests a deadline if a portal is stuck. */
export function suggestionOf({ below, weeks }: Stuck): string {
  const share = formatShare(below, apiLocale);
  return `Active users have been below ${share} for ${weeks} weeks. Set a deadline: a date by which to reach the goal, then decide how to proceed.`;
}
