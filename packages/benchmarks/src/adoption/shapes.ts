/** How the share of active users of a portal develops over a course. */
export type Shape =
  | 'linear'
  | 's-shaped'
  | 'concave'
  | 'late-surge'
  | 'plateau'
  | 'decline';

export const shapes: Shape[] = [
  'linear',
  's-shaped',
  'concave',
  'late-surge',
  'plateau',
  'decline',
];

/** Weeks of a course of six months. */
export const STUDY_WEEKS = 26;

/** A course from `start` to about `end`, with its individual parameters. */
export interface Course {
  shape: Shape;
  start: number;
  end: number;
  /** Where the curve bends, between 0 and 1. */
  bend: number;
}

/**
 * The intended share in a week of the course; before the course begins, its
 * start.
 */
export function shareAt(course: Course, week: number): number {
  const { start, end } = course;
  const progress = Math.max(0, week / STUDY_WEEKS);
  return Math.max(0, start + (end - start) * grown(course, progress));
}

/** Progress of the growth, 0 at the start and 1 at the deadline. */
function grown({ shape, bend }: Course, progress: number): number {
  switch (shape) {
    case 'linear':
      return progress;
    case 's-shaped':
      return normalized(x => 1 / (1 + Math.exp(-10 * (x - bend))), progress);
    case 'concave':
      return normalized(x => 1 - Math.exp(-3 * x), progress);
    case 'late-surge':
      return progress ** 3;
    case 'plateau':
      return Math.min(1, progress / bend);
    case 'decline':
      return Math.min(1, progress / bend) - Math.max(0, progress - bend);
    default:
      throw new Error(`No shape '${shape}'`);
  }
}

function normalized(curve: (x: number) => number, progress: number): number {
  return (curve(progress) - curve(0)) / (curve(1) - curve(0));
}
