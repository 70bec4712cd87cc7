import type { ScorecardTranslate } from '../format';

/** "65 days left", "last day", "12 days ago". */
export function countDown(daysLeft: number, t: ScorecardTranslate): string {
  if (daysLeft === 0) {
    return t('countdown.days.last');
  }
  return daysLeft > 0
    ? t('countdown.days.left', { count: daysLeft })
    : t('countdown.days.ago', { count: -daysLeft });
}
