import { Alert as AlertAnswer } from 'backstage-plugin-adoption-metrics-common';

/** A change of what a rule watches. */
export interface Transition {
  rule: AlertAnswer['rule'];
  /** What of the rule changed, such as a metric. */
  subject: string;
  state: string;
  severity: AlertAnswer['severity'];
  title: string;
  text: string;
  /**
   * Kept, and sent to nobody: what was found when nothing was known yet, or
   * what another message says.
   */
  isBaseline?: boolean;
}

/** A change as it is stored. */
export interface StoredAlert extends Omit<Transition, 'isBaseline'> {
  id: number;
  /** ms UTC. */
  at: number;
}

/** The state in which a rule last saw something. */
export interface LastState {
  state: string;
  /** The states of a subject are counted from 1. */
  sequence: number;
}

/** By the key of rule and subject. */
export type LastStates = ReadonlyMap<string, LastState>;

export function keyOf({ rule, subject }: Pick<Transition, 'rule' | 'subject'>) {
  return `${rule}/${subject}`;
}

/** Whether the alert says that something is well again. */
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
      // A quiet time is noted once, and need not be a fault.
      return state !== 'stopped';
    case 'error-budget':
      return state === 'calm';
    default:
      return false;
  }
}
