import {
  Alert as AlertAnswer,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';

/** A change that a rule has detected. */
export interface Transition {
  rule: AlertAnswer['rule'];
  /** What has changed, such as a metric. */
  subject: string;
  state: string;
  severity: AlertAnswer['severity'];
  title: string;
  text: string;
  /** Both in their sentences; without it they are only in English. */
  wording?: { title: Wording[]; text: Wording[] };
  /**
   * Whether to store it without sending: an initial state, or a change that
   * another message covers.
   */
  isBaseline?: boolean;
}

/** A stored change. */
export interface StoredAlert extends Omit<Transition, 'isBaseline'> {
  id: number;
  /** ms UTC. */
  at: number;
}

/** The last known state of a subject. */
export interface LastState {
  state: string;
  /** Counts the states of a subject, starting at 1. */
  sequence: number;
}

/** By rule and subject, see {@link keyOf}. */
export type LastStates = ReadonlyMap<string, LastState>;

export function keyOf({ rule, subject }: Pick<Transition, 'rule' | 'subject'>) {
  return `${rule}/${subject}`;
}

/** Whether the alert reports the end of a problem. */
export function isOver({
  rule,
  state,
}: Pick<Transition, 'rule' | 'state'>): boolean {
  switch (rule) {
    case 'deadline':
      return state !== 'at-risk' && state !== 'missed';
    case 'metric':
      return state === 'met';
    case 'collection':
      // A quiet time is reported once, and may not be a problem.
      return state !== 'stopped';
    case 'error-budget':
      return state === 'calm';
    default:
      return false;
  }
}
