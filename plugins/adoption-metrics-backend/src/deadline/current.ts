import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { judgeShare } from '../samples';
import { formatDay, lastDayOfWeek, lastWeekEndingBy } from '../time';
import { WeeklySample } from './forecast/forecastShare';
import { averageAdoption } from './published';

type Current = DeadlineReport['current'];

/** What portals usually reach, and who says so. */
export const REFERENCE = {
  share: averageAdoption.value,
  label: `${averageAdoption.name} by ${averageAdoption.source}, ${averageAdoption.date} (${averageAdoption.grade})`,
};

/** Below it a portal is stuck, if it stays there. */
const STUCK_BELOW = 0.15;

/** Closed weeks in a row for which it has to stay there. */
const STUCK_WEEKS = 6;

/** Where adoption is: `met` from the goal on, `stalled` up to the reference. */
export function currentOf(samples: WeeklySample[], goal: number): Current {
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
    band: bandOf(newest, goal),
  };
}

function bandOf(
  { active, developers }: WeeklySample,
  goal: number,
): Current['band'] {
  const isAtLeast = (value: number) =>
    judgeShare(active, developers, { operator: '>=', value }).status === 'met';
  if (isAtLeast(goal)) {
    return 'met';
  }
  return active <= REFERENCE.share * developers ? 'stalled' : 'climbing';
}

/**
 * Suggests a deadline where a portal has been stuck for weeks. A young one is
 * left alone: a launch does not start at its goal.
 *
 * @param closed - the last closed day
 */
export function suggestionOf(
  samples: WeeklySample[],
  closed: number | undefined,
): string | null {
  const recent = samples.slice(-STUCK_WEEKS);
  const isRecent =
    closed !== undefined &&
    recent.length === STUCK_WEEKS &&
    lastDayOfWeek(recent[STUCK_WEEKS - 1].week) === lastWeekEndingBy(closed) &&
    recent[STUCK_WEEKS - 1].week - recent[0].week === STUCK_WEEKS - 1;
  const isStuck = recent.every(
    ({ active, developers }) => active < STUCK_BELOW * developers,
  );
  return isRecent && isStuck
    ? `Active users have been below ${
        STUCK_BELOW * 100
      }% for ${STUCK_WEEKS} weeks. Set a deadline: six months to reach 30%, then decide how to proceed.`
    : null;
}
