/** The variable that says how the process's clock runs, as JSON. */
export const timeVariable = 'TRIAL_TIME';

/** The variable that says how tasks are run. */
export const tasksVariable = 'TRIAL_TASKS';

/** How a process's clock differs from the machine's. */
export interface Time {
  /** The instant of the machine from which it differs, in ms UTC. */
  epoch: number;
  /** By how much it is ahead at that instant, in ms. */
  ahead: number;
  /** How many times faster it runs. */
  speed: number;
}

/**
 * How tasks are run: by Backstage's scheduler, in one process at a time, or in
 * all of them at once and without a break.
 */
export type Tasks = 'scheduled' | 'restless';

/** What a process can be asked. */
export type Question = 'event-loop' | 'warm-up' | 'heap';

/** How late the event loop was, in ms, since the warm-up; 0 before its end. */
export interface EventLoopDelay {
  p99: number;
  most: number;
}

/** What a clock shows, in ms UTC. */
export function instantOn(
  { epoch, ahead, speed }: Time,
  machine: number,
): number {
  return Math.round(epoch + ahead + speed * (machine - epoch));
}
