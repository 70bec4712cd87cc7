import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';
import { DeadlineFacts } from './deadline';

/** Days before the deadline on which a reminder is sent. */
const MILESTONES = [90, 60, 30, 14, 7, 1];

/** A portal that was down on that day catches up within these days. */
const LATEST = 2;

/** Sends reminders of the deadline while the goal is not within reach. */
export function milestoneTransitions(
  { deadlineId, state, sentence, daysLeft }: DeadlineFacts,
  last: LastStates,
): Transition[] {
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
          severity: milestone <= 14 ? 'high' : 'normal',
          title: `${writeCount(
            daysLeft,
            'day',
            'days',
          )} left until the adoption deadline`,
          text: sentence,
        },
      ];
}
