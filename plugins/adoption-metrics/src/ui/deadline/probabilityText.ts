import type { Language } from '../format';

/** "9%", "under 1%", "over 99%": never a certainty. */
export function probabilityText(
  probability: number,
  { t, format }: Language,
): string {
  if (probability < 0.01) {
    return t('deadline.week.probabilityUnder');
  }
  return probability > 0.99
    ? t('deadline.week.probabilityOver')
    : format.wholePercent(probability);
}
