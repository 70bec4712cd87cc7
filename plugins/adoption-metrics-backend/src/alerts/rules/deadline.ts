import {
  DeadlineState,
  say,
  withEnglish,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, sayDay } from '../../time';
import { keyOf, LastStates, Transition } from '../Alert';
import { REPORT_PAGE } from '../pageLink';

/** Input of the rules about the deadline. */
export interface DeadlineFacts {
  deadlineId: number;
  state: DeadlineState;
  /** What is known of it, in its sentences. */
  said: Wording[];
  daysLeft: number;
  /** Last day of the week that the sentences speak of. */
  week: Day | undefined;
}

/** States that require action or a decision. */
const calling: DeadlineState[] = ['at-risk', 'missed'];

const WHAT_TO_DECIDE_BY = say('alerts.deadline.report', { page: REPORT_PAGE });

/** What is known, and which day its numbers are of. */
export function textOf({ said, week }: DeadlineFacts): Wording[] {
  return week === undefined
    ? said
    : [...said, say('alerts.as-of', { day: sayDay(week) })];
}

/** One whose sentences are known. */
export type DeadlineTransition = Transition &
  Required<Pick<Transition, 'wording'>>;

interface Worded {
  severity: Transition['severity'];
  title: Wording;
}

const wordings: Partial<Record<DeadlineState, Worded>> = {
  'at-risk': { severity: 'high', title: say('alerts.deadline.at-risk') },
  missed: { severity: 'critical', title: say('alerts.deadline.missed') },
  achieved: { severity: 'normal', title: say('alerts.deadline.achieved') },
};

const recovered: Worded = {
  severity: 'normal',
  title: say('alerts.deadline.recovered'),
};

/** The title says that it is at risk. */
function withoutState(sentence: Wording): Wording {
  const { code, values } = sentence;
  return code === 'deadline.at-risk'
    ? { code: 'deadline.pace', values }
    : sentence;
}

/**
 * Alerts when the deadline gets at risk, recovers, or is over. Other states,
 * and weeks without a forecast, do not cause alerts.
 */
export function deadlineTransitions(
  facts: DeadlineFacts,
  last: LastStates,
): DeadlineTransition[] {
  const { state } = facts;
  const known = textOf(facts).map(withoutState);
  const text = calling.includes(state) ? [...known, WHAT_TO_DECIDE_BY] : known;
  const subject = String(facts.deadlineId);
  const before = last.get(keyOf({ rule: 'deadline', subject }))?.state;
  if (before === state) {
    return [];
  }
  const wasAtRisk = before === 'at-risk' && state !== 'insufficient-data';
  const words = wordings[state] ?? (wasAtRisk ? recovered : undefined);
  if (!words) {
    return [];
  }
  const { severity, title } = words;
  const said = withEnglish({ title: [title], text });
  return [{ rule: 'deadline', subject, state, severity, ...said }];
}
