import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Day, writeDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';
import { REPORT_PAGE } from '../pageLink';

/** What the rules about the deadline check. */
export interface DeadlineFacts {
  deadlineId: number;
  state: DeadlineState;
  sentence: string;
  daysLeft: number;
  /** Last day of the week that the sentence speaks of. */
  week: Day | undefined;
}

/** In which somebody has to act or to decide, and prints the report. */
const calling: DeadlineState[] = ['at-risk', 'missed'];

const WHAT_TO_DECIDE_BY = `Report for leadership: ${REPORT_PAGE}`;

/** The title says it already. */
const STATE = /^At risk: (.)/;

/** The sentence, and which day its numbers are of. */
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
 * Notifies when the deadline becomes at risk, when it recovers, and of how it
 * ends. States in between, and weeks without a forecast, are not notified of.
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
