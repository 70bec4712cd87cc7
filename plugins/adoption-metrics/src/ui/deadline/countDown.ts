import { formatCountOf } from '../format';

/** "65 days left", "the last day", "12 days ago". */
export function countDown(daysLeft: number): string {
  if (daysLeft === 0) {
    return 'the last day';
  }
  return daysLeft > 0
    ? `${formatCountOf(daysLeft, 'day')} left`
    : `${formatCountOf(-daysLeft, 'day')} ago`;
}
