import {
  listed,
  say,
  withEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';
import {
  DeadlineFacts,
  DeadlineTransition,
  deadlineTransitions,
  textOf,
} from './deadline';

/** Days before the deadline on which reminders are sent. */
const MILESTONES = [90, 60, 30, 14, 7, 1];

/** If the portal was down, a reminder is sent up to this many days late. */
const LATEST = 2;

/** From then on, an uncertain goal causes a warning as well. */
const URGENT_DAYS = 14;

/**
 * Combines both rules about the deadline: if the status changes on the day of a
 * reminder, one message covers both, and the reminder is only stored.
 */
export function deadlineMessages(
  facts: DeadlineFacts,
  last: LastStates,
): Transition[] {
  const [change] = deadlineTransitions(facts, last);
  const [reminder] = milestoneTransitions(facts, last);
  if (!change || !reminder) {
    return [change ?? reminder].filter(each => each !== undefined);
  }
  // The reminder first: were the change stored and the reminder not, it would
  // be sent a minute later.
  return [{ ...reminder, isBaseline: true }, withDaysLeft(change, facts)];
}

/** Sends reminders of the deadline, unless the goal is within reach. */
export function milestoneTransitions(
  facts: DeadlineFacts,
  last: LastStates,
): Transition[] {
  const { deadlineId, state, daysLeft } = facts;
  const milestone = MILESTONES.find(
    days => daysLeft <= days && daysLeft > days - LATEST && daysLeft > 0,
  );
  if (milestone === undefined || (state !== 'at-risk' && state !== 'watch')) {
    return [];
  }
  const subject = `${deadlineId}/${milestone}`;
  return last.has(keyOf({ rule: 'milestone', subject }))
    ? []
    : [
        {
          rule: 'milestone',
          subject,
          state: 'reached',
          severity:
            state === 'at-risk' || milestone <= URGENT_DAYS ? 'high' : 'low',
          ...withEnglish({
            title: [say('alerts.milestone', { count: daysLeft })],
            text: textOf(facts),
          }),
        },
      ];
}

function withDaysLeft(
  change: DeadlineTransition,
  { daysLeft }: DeadlineFacts,
): DeadlineTransition {
  const { title, text } = change.wording;
  const left = say('alerts.deadline.left', {
    title: listed(title, 'space'),
    count: daysLeft,
  });
  return { ...change, ...withEnglish({ title: [left], text }) };
}
