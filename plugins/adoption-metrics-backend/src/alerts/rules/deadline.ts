import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';
import { REPORT_PAGE } from '../pageLink';

/** Input of the rules about the deadline. */
export interface DeadlineFacts {
  deadlineId: number;
  state: DeadlineState;
  sentence: string;
  daysLeft: number;
  /** Last day of the week that the sentence is about. */
  week: Day | undefined;
}

/** States that require action or a decision. */
const calling: DeadlineState[] = ['at-risk', 'missed'];

const WHAT_TO_DECIDE_BY = `Report for leadership: ${REPORT_PAGE}`;

/** The title already contains this. */
const STATE = /^At risk: (.)/;

/** The sentence, and the day of its numbers. */
export function textOf({ sentence, week }: DeadlineFacts): string {
  return week === undefined
    ? sentence
    : `${sentence} Data as of ${writeDay(week)}.`;
}

type Worded = Pick<Transition, 'severity' | 'title'>;

const wordings: Partial<Record<DeadlineState, Worded>> = {
  'at-risk': { severity: 'high', title: 'The adoption deadline is at risk' },
  missed: {
    severity: 'critical',
    title: 'The adoption goal was not reached by the deadline',
  },
  achieved: { severity: 'normal', title: 'The adoption goal has been reached' },
};

const recovered: Worded = {
  severity: 'normal',
  title: 'The adoption deadline is no longer at risk',
};

/**
 * Alerts when the deadline gets at risk, recovers, or is over. Other states,
 * and weeks without a forecast, do not cause alerts.
 */
export function deadlineTransitions(
  facts: DeadlineFacts,
  last: LastStates,
): Transition[] {
  const { state } = facts;
  const sentence = textOf(facts).replace(STATE, (_, first) =>
    first.toUpperCase(),
  );
  const text = calling.includes(state)
    ? `${sentence} ${WHAT_TO_DECIDE_BY}`
    : sentence;
  const subject = String(facts.deadlineId);
  const before = last.get(keyOf({ rule: 'deadline', subject }))?.state;
  if (before === state) {
    return [];
  }
  const wasAtRisk = before === 'at-risk' && state !== 'insufficient-data';
  const words = wordings[state] ?? (wasAtRisk ? recovered : undefined);
  return words ? [{ rule: 'deadline', subject, state, text, ...words }] : [];
}
