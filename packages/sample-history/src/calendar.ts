import { DateTime } from 'luxon';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** From the launch of the portal to the present of the story, in ms UTC. */
export interface Chapter {
  launch: number;
  end: number;
}

/** The start of the UTC day nine calendar months before an instant. */
export function launchBefore(end: number): number {
  return DateTime.fromMillis(end, { zone: 'utc' })
    .minus({ months: 9 })
    .startOf('day')
    .toMillis();
}

/** The chapter that ends on the UTC day of an instant. */
export function chapterUntil(instant: number): Chapter {
  return { launch: launchBefore(instant), end: startOfDay(instant) };
}

export function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

/** How far the story has gone on a day: 0 at the launch, 1 from the end on. */
export function progressOn(day: number, { launch, end }: Chapter): number {
  return Math.max(0, Math.min(1, (day - launch) / (end - launch)));
}

export function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

/** The value at `x` of the line through the points, flat outside them. */
export function interpolate(points: [number, number][], x: number): number {
  const next = points.findIndex(([end]) => x < end);
  if (next <= 0) {
    return points.at(next)![1];
  }
  const [[x0, y0], [x1, y1]] = points.slice(next - 1, next + 1);
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
