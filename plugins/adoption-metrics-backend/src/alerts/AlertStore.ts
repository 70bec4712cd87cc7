import { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { LastStates, StoredAlert, Transition } from './Alert';

/** A message that one replica has claimed. */
export interface ClaimedDelivery {
  id: string;
  channel: string;
  attempts: number;
  alert: StoredAlert;
}

/** Keeps alerts and what is to be told of them. */
export interface AlertStore {
  /** The state in which each subject of each rule was last seen. */
  lastStates(): Promise<LastStates>;

  /**
   * Stores a transition with a message for each channel, all or nothing.
   *
   * @returns false if another replica stored it before
   */
  add(
    transition: Transition,
    options: { at: number; channels: string[] },
  ): Promise<boolean>;

  /**
   * Claims messages that are due, so that no other replica sends them before
   * `until`, by when a replica that died meanwhile has lost them again.
   */
  claimDue(options: { now: number; until: number }): Promise<ClaimedDelivery[]>;

  markSent(id: string, at: number): Promise<void>;

  /** @param dueAt - of the next attempt, in ms UTC; none is made without it */
  markFailed(id: string, error: string, dueAt?: number): Promise<void>;

  /** The newest alerts that are no baseline, with what became of them. */
  newest(limit: number): Promise<AlertList['alerts']>;
}
