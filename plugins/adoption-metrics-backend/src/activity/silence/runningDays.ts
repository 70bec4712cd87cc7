import { HOUR_MS, Interval } from '../../time';

/**
 * How long a process must have beaten for what follows to be a gap: a clock that
 * is set by hand leaves single beats, between which nothing is known.
 */
const LEAST_BEATING_MS = HOUR_MS;

/** Of a day, in which a portal that is stopped every night runs all the same. */
const LONGEST_GAP_MS = 12 * HOUR_MS;

/** Of a day within a longer gap: hardly anything of a working day is left. */
const LONGEST_PART_MS = 9 * HOUR_MS;
const LONG_GAP_MS = 24 * HOUR_MS;

/**
 * Whether the backend ran on a day, by its beats: not if none of a large part
 * of it is left. A restored backup shows as such a gap, in which reports were
 * received that are lost.
 *
 * @param beats - times in which any replica beat, in ms UTC, by start; from the
 * last before the day to the present
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
    // Between a restart and the next, a process may not have lasted for long.
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
