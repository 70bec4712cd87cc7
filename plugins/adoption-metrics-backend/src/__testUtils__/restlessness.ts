/**
 * How many times faster than real time the clock of a restless backend runs: a
 * message that was claimed by a process that died is free after five seconds.
 */
export const CLOCK_SPEED = 60;

/** The environment variable with the instant at which its clock was right. */
export const EPOCH_VARIABLE = 'RESTLESS_EPOCH';

/** Between two looks, in ms of real time. */
export const PAUSE_MS = 20;
