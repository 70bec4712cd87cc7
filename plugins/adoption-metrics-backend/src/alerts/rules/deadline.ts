import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';

/** What the rules of the deadline look at. */
export interface DeadlineFacts {
  deadlineId: number;
  state: DeadlineState;
  sentence: string;
  daysLeft: number;
}

type Worded = Pick<Transition, 'severity' | 'title'>;

const wordings: Partial<Record<DeadlineState, Worded>> = {
  'at-risk': { severity: 'high', title: 'The adoption deadline is at risk' },
  missed: {
    severity: 'critical',
    title: 'The adoption deadline has passed, and the goal was not reached',
  },
  achieved: { severity: 'normal', title: 'The adoption goal is reached' },
};

const recovered: Worded = {
  severity: 'normal',
  title: 'The adoption deadline is no longer at risk',
};

/**
 * Notifies when the deadline comes to be at risk, is so no longer, and how it ends.
 * What lies in between, and weeks without a forecast, are no news.
 */
export function deadlineTransitions(
  facts: DeadlineFacts,
  last: LastStates,
): Transition[] {
  const { state, sentence: text } = facts;
  const subject = String(facts.deadlineId);
  const before = last.get(keyOf({ rule: 'deadline', subject }))?.state;
  if (before === state) {
    return [];
  }
  const wasAtRisk = before === 'at-risk' && state !== 'insufficient-data';
  const words = wordings[state] ?? (wasAtRisk ? recovered : undefined);
  return words ? [{ rule: 'deadline', subject, state, text, ...words }] : [];
}
