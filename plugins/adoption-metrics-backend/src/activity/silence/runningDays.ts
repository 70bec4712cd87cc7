import { HOUR_MS, Interval } from '../../time';

/**
 * A process must have run for this long before a gap counts. A clock that is
 * set by hand leaves isolated heartbeats.
 */
const LEAST_BEATING_MS = HOUR_MS;

/**
 * Longest gap on a day with the backend still counting as running, for portals
 * that are stopped every night.
 */
const LONGEST_GAP_MS = 12 * HOUR_MS;

/**
 * Longest part of a day within a longer gap, which leaves most of a working
 * day.
 */
const LONGEST_PART_MS = 9 * HOUR_MS;
const LONG_GAP_MS = 24 * HOUR_MS;

/**
 * Whether the backend was running on a day, according to heartbeats. A large
 * gap may also be caused by restoring a backup, which loses the reports
 * received in between.
 *
 * @param beats - intervals with heartbeats of any replica, in ms UTC, by start,
 * from the last one before the day until now
 */
export function wasRunning(day: Interval, beats: Interval[]): boolean {
  return gapsBetween(beats).every(gap => {
    const within = Math.min(gap.to, day.to) - Math.max(gap.from, day.from);
    const longest =
      gap.to - gap.from >= LONG_GAP_MS ? LONGEST_PART_MS : LONGEST_GAP_MS;
    return within < longest;
  });
}

function gapsBetween(beats: Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let last: Interval | undefined;
  for (const { from, to } of beats) {
    // Between two restarts, a process may have run only briefly.
    if (last && from - last.to <= LEAST_BEATING_MS) {
      last.to = Math.max(last.to, to);
      continue;
    }
    if (last && last.to - last.from > LEAST_BEATING_MS) {
      gaps.push({ from: last.to, to: from });
    }
    last = { from, to };
  }
  return gaps;
}
