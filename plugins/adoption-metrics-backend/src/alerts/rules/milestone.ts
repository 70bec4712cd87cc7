import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';
import { DeadlineFacts, deadlineTransitions, textOf } from './deadline';

/** Days before the deadline on which a reminder is sent. */
const MILESTONES = [90, 60, 30, 14, 7, 1];

/** A portal that was down on that day catches up within these days. */
const LATEST = 2;

/** From here on a goal that is uncertain is a warning too. */
const URGENT_DAYS = 14;

/**
 * What the two rules about the deadline notify of, as one message: where the
 * status changes on the day of a reminder, it says how many days are left, and
 * the reminder is kept and sent to nobody.
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
  const title = `${change.title}: ${daysIn(facts)} left`;
  return [
    { ...reminder, isBaseline: true },
    { ...change, title },
  ];
}

/** Sends reminders of the deadline while the goal is not within reach. */
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
          title: `${daysIn(facts)} left until the adoption deadline`,
          text: textOf(facts),
        },
      ];
}

function daysIn({ daysLeft }: DeadlineFacts): string {
  return writeCount(daysLeft, 'day', 'days');
}
