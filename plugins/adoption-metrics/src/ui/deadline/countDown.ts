import type { Translate } from '../format';

/** "65 days left", "last day", "12 days ago". */
export function countDown(daysLeft: number, t: Translate): string {
  if (daysLeft === 0) {
    return t('deadline.days.last');
  }
  return daysLeft > 0
    ? t('deadline.days.left', { count: daysLeft })
    : t('deadline.days.ago', { count: -daysLeft });
}
