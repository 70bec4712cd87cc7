import { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { LastState, LastStates, StoredAlert, Transition } from './Alert';

/** A message that one replica has claimed. */
export interface ClaimedDelivery {
  id: string;
  channel: string;
  attempts: number;
  alert: StoredAlert;
}

/** An alert as the API lists it, before it is known who has acknowledged it. */
export type ListedAlert = Omit<AlertList['alerts'][number], 'acknowledgement'>;

/** How a transition is stored. */
export interface NewAlert {
  /** ms UTC. */
  at: number;
  channels: string[];
  /** The last state, as it was when the transition was found. */
  follows: LastState | undefined;
}

/** Keeps alerts and what is to be delivered of them. */
export interface AlertStore {
  /** The state in which each subject of each rule was last seen. */
  lastStates(): Promise<LastStates>;

  /**
   * Stores a transition with a message for each channel, all or nothing.
   *
   * @returns false if the state that it follows is the last one no more, because
   * another replica stored this transition or a later one
   */
  add(transition: Transition, options: NewAlert): Promise<boolean>;

  /**
   * Claims messages that are due, so that no other replica sends them before
   * `until`, by when a replica that died meanwhile has lost them again.
   */
  claimDue(options: { now: number; until: number }): Promise<ClaimedDelivery[]>;

  /** The newest alert of each subject of each rule, but for baselines. */
  current(): Promise<StoredAlert[]>;

  /** Stores messages about an alert once more, unless this turn has them. */
  addReminder(reminder: {
    alertId: number;
    turn: number;
    at: number;
    channels: string[];
  }): Promise<void>;

  /** Whether there is such an alert, and it is no baseline. */
  has(id: number): Promise<boolean>;

  markSent(id: string, at: number): Promise<void>;

  /** @param dueAt - of the next attempt, in ms UTC; none is made without it */
  markFailed(id: string, error: string, dueAt?: number): Promise<void>;

  /**
   * The newest alerts that are no baseline, with what became of them: all but
   * digests, or those of one subject of one rule.
   */
  newest(options: {
    limit: number;
    of?: Pick<Transition, 'rule' | 'subject'>;
  }): Promise<ListedAlert[]>;
}
