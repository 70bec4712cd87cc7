import { Interval } from '../time';

/** Why a process stopped in good order. */
export type CloseReason = 'shutdown';

/**
 * What a process says of itself: `up` while the backend is ready and the
 * database answers, `database` while only the latter does not.
 */
export type HeartbeatState = 'up' | 'database';

/**
 * A stretch of time in which one process beat without a lapse. Instants are ms
 * UTC, the period is in ms.
 */
export interface HeartbeatInterval {
  /** Names one run of one process. */
  instanceId: string;
  /** Numbers the intervals of an instance from 0. */
  seq: number;
  state: HeartbeatState;
  startedAt: number;
  /** The newest evidence of the state. */
  lastBeatAt: number;
  /** The longest time between two beats while all is well. */
  period: number;
  /** Present once the process has stopped in good order. */
  closed?: { at: number; reason: CloseReason };
}

/** A process that stays silent for more periods than this was not up. */
export const PERIODS_UNTIL_LAPSE = 2;

/** Whether an interval still reaches an instant without a lapse in between. */
export function reaches(interval: HeartbeatInterval, instant: number): boolean {
  const silence = instant - interval.lastBeatAt;
  return silence <= PERIODS_UNTIL_LAPSE * interval.period;
}

/**
 * The time for which an interval proves its state, as far as is known at the
 * instant `now`.
 *
 * It ends with the last beat, which a graceful stop makes exact. A process that
 * was killed lived up to one period longer; that time counts as down, because
 * nothing proves it. Until a lapse is certain the process is taken to be up, so
 * that the present is not down just because the next beat is still to come.
 * That the database is away is only known afterwards, and so never assumed.
 */
export function provenTime(interval: HeartbeatInterval, now: number): Interval {
  const { startedAt, lastBeatAt, closed, state } = interval;
  const mayBeUp = state === 'up' && !closed && reaches(interval, now);
  return {
    from: startedAt,
    to: mayBeUp ? Math.max(lastBeatAt, now) : lastBeatAt,
  };
}
