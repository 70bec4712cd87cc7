import { DateTime } from 'luxon';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The time of the story, in ms UTC. After its end, little changes. */
export interface Chapter {
  launch: number;
  end: number;
}

/** Points of a piecewise linear function, by their first coordinate. */
export type Curve = readonly (readonly [number, number])[];

/** The start of the UTC day some calendar months before an instant. */
export function launchBefore(end: number, months: number): number {
  return DateTime.fromMillis(end, { zone: 'utc' })
    .minus({ months })
    .startOf('day')
    .toMillis();
}

/** A number of calendar months since a launch. */
export function chapterFrom(launch: number, months: number): Chapter {
  return { launch, end: monthsAfter(launch, months) };
}

/** The start of the UTC day some calendar months after a launch. */
export function monthsAfter(launch: number, months: number): number {
  return DateTime.fromMillis(launch, { zone: 'utc' })
    .plus({ months })
    .startOf('day')
    .toMillis();
}

export function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

/**
 * The progress of the story on a day: 0 at the launch, 1 at and after the end.
 */
export function progressOn(day: number, { launch, end }: Chapter): number {
  return Math.max(0, Math.min(1, (day - launch) / (end - launch)));
}

export function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

/** The value of a curve at `x`; constant outside of its points. */
export function interpolate(points: Curve, x: number): number {
  const next = points.findIndex(([end]) => x < end);
  if (next <= 0) {
    return points.at(next)![1];
  }
  const [[x0, y0], [x1, y1]] = points.slice(next - 1, next + 1);
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
