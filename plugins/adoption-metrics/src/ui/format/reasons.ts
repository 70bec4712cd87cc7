import type { SuppressionReason } from 'backstage-plugin-adoption-metrics-common';
import type { Translate } from './Translate';

/**
 * Why a number about a group of people is not shown.
 *
 * @param minimum - size of the smallest group that is shown, where it is known
 */
export function suppressionText(
  reason: SuppressionReason | undefined,
  t: Translate,
  minimum?: number,
): string | undefined {
  switch (reason) {
    case undefined:
      return undefined;
    case 'complementary':
      return t('common.hidden.complementary');
    case 'reveals-everybody':
      return t('common.hidden.revealsEverybody');
    default:
      return minimum === undefined
        ? t('common.hidden.tooFewPeople')
        : t('common.hidden.fewerThan', { minimum: String(minimum) });
  }
}
