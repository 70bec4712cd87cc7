import { Interval } from '../time';
import { HeartbeatInterval } from './heartbeat';

/** Keeps the heartbeat intervals of all backend processes. */
export interface HeartbeatStore {
  /** Fails unless the database answers promptly. */
  ping(): Promise<void>;

  /**
   * Stores an interval, or replaces what is known of it. Never takes evidence
   * back: an interval that is closed, or reaches further, stays as it is.
   */
  save(interval: HeartbeatInterval): Promise<void>;

  /** All intervals of one process, by start. */
  ofInstance(instanceId: string): Promise<HeartbeatInterval[]>;

  /**
   * The evidence about a window: every interval that may overlap it, and the
   * one that ended last before it, which shows why the window begins with an
   * outage if it does.
   */
  during(window: Interval): Promise<HeartbeatInterval[]>;

  /** The newest beat of any process, in ms UTC; undefined before the first. */
  newestBeatAt(): Promise<number | undefined>;

  /** The instant of the first beat ever; undefined before it. */
  firstBeatAt(): Promise<number | undefined>;
}
