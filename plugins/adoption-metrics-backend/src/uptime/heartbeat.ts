import { Interval } from '../time';

/** Why a process shut down cleanly. */
export type CloseReason = 'shutdown';

/**
 * What a process reports: `up` if the backend is ready and the database
 * responds, `database` if only the database does not.
 */
export type HeartbeatState = 'up' | 'database';

/**
 * Consecutive heartbeats of one process without a gap. Instants are in ms UTC,
 * the period is in ms.
 */
export interface HeartbeatInterval {
  /** Identifies one run of one process. */
  instanceId: string;
  /** Numbers the intervals of an instance from 0. */
  seq: number;
  state: HeartbeatState;
  startedAt: number;
  /** The newest heartbeat with this state. */
  lastBeatAt: number;
  /** The expected time between heartbeats. */
  period: number;
  /** Set after a clean shutdown. */
  closed?: { at: number; reason: CloseReason };
}

/** After this many periods without a heartbeat, a process counts as down. */
export const PERIODS_UNTIL_LAPSE = 2;

/** Whether an instant still belongs to an interval, without a gap. */
export function reaches(interval: HeartbeatInterval, instant: number): boolean {
  const silence = instant - interval.lastBeatAt;
  return silence <= PERIODS_UNTIL_LAPSE * interval.period;
}

/** When any process sent heartbeats, by start. */
export function upTimes(intervals: HeartbeatInterval[]): Interval[] {
  return intervals
    .filter(({ state }) => state === 'up')
    .map(({ startedAt, lastBeatAt }) => ({ from: startedAt, to: lastBeatAt }))
    .sort((a, b) => a.from - b.from);
}

/**
 * The time for which an interval proves its state, as far as is known at the
 * instant `now`.
 *
 * It ends with the last heartbeat, which a clean shutdown makes exact. A process
 * that was killed lived up to one period longer; that time counts as down because
 * nothing proves it. Until a lapse is certain the process counts as up, so that
 * the present is not down just because the next heartbeat is still to come. An
 * outage of the database is only known afterwards, and so never assumed.
 */
export function provenTime(interval: HeartbeatInterval, now: number): Interval {
  const { startedAt, lastBeatAt, closed, state } = interval;
  const mayBeUp = state === 'up' && !closed && reaches(interval, now);
  return {
    from: startedAt,
    to: mayBeUp ? Math.max(lastBeatAt, now) : lastBeatAt,
  };
}
