import type { ScorecardLanguage } from '../format';

/** "9%", "under 1%", "over 99%": never a certainty. */
export function probabilityText(
  probability: number,
  { t, format }: ScorecardLanguage,
): string {
  if (probability < 0.01) {
    return t('countdown.probability.under');
  }
  return probability > 0.99
    ? t('countdown.probability.over')
    : format.wholePercent(probability);
}
