import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { Day, DAYS_A_WEEK, formatDay, lastDayOfWeek } from '../time';
import { FURTHEST_WEEKS, WeeklySample } from './forecast/forecastShare';
import { Deadline } from './Deadline';
import { valueOn } from './valueOn';

type StraightLine = NonNullable<DeadlineReport['straightLine']>;

/** A share of developers on a day. */
interface Point {
  day: Day;
  share: number;
}

/**
 * Compares adoption with a straight line from the start to the goal, including
 * the pace so far and the pace needed. This is not a forecast.
 *
 * @returns undefined before the first full week
 */
export function straightLineOf(
  { start, date, goal }: Deadline,
  weekly: WeeklySample[],
): StraightLine | undefined {
  const points = weekly.map(pointOf);
  // The week of the start is not over on that day.
  const from = points.findLast(({ day }) => day < start) ?? points.at(0);
  const now = points.at(-1);
  return from && now && from.day < now.day && from.day < date
    ? compare({ from, now, to: { day: date, share: goal } })
    : undefined;
}

/**
 * @param line - start and goal, and where adoption is now
 */
export function compare(line: {
  from: Point;
  now: Point;
  to: Point;
}): StraightLine {
  const { from, now, to } = line;
  const pace = (now.share - from.share) / (now.day - from.day);
  const missing = to.share - now.share;
  const expected = valueOn(
    [from, to].map(({ day, share }) => [day, share] as const),
    now.day,
  );
  return {
    from: { day: formatDay(from.day), share: from.share },
    to: { day: formatDay(to.day), share: to.share },
    expected,
    ahead: now.share - expected,
    perWeek: pace * DAYS_A_WEEK,
    projected: clamp(from.share + pace * (to.day - from.day)),
    neededPerWeek:
      now.day < to.day
        ? (Math.max(0, missing) / (to.day - now.day)) * DAYS_A_WEEK
        : null,
    goalReachedOn: missing > 0 ? dayAfter(now.day, missing / pace) : null,
  };
}

/** Null if the pace leads nowhere, or too far into the future. */
function dayAfter(day: Day, days: number): string | null {
  return days > 0 && days <= FURTHEST_WEEKS * DAYS_A_WEEK
    ? formatDay(day + Math.ceil(days))
    : null;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function pointOf({ week, active, developers }: WeeklySample): Point {
  return { day: lastDayOfWeek(week), share: active / developers };
}
