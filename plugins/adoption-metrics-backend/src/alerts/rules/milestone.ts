import { keyOf, LastStates, Transition } from '../Alert';
import { DeadlineFacts } from './deadline';

/** Days before the deadline on which it is brought to mind. */
const MILESTONES = [90, 60, 30, 14, 7, 1];

/** A portal that was down on the day catches up within these days. */
const LATEST = 2;

/** Reminds of the deadline while the goal is not in sight. */
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
  const days = daysLeft === 1 ? 'day is' : 'days are';
  return last.has(keyOf({ rule: 'milestone', subject }))
    ? []
    : [
        {
          rule: 'milestone',
          subject,
          state: 'reached',
          severity: milestone <= 14 ? 'high' : 'normal',
          title: `${daysLeft} ${days} left until the adoption deadline`,
          text: sentence,
        },
      ];
}
