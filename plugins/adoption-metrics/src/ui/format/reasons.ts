import type { SuppressionReason } from 'backstage-plugin-adoption-metrics-common';
import type { Translate } from './Translate';

/**
 * Why a number about a group of people is not shown; undefined if it is.
 *
 * @param minimum - size of the smallest group that is shown
 */
export function suppressionText(
  reason: SuppressionReason | undefined,
  t: Translate,
  minimum: number,
): string | undefined {
  return reason && t('common.hidden.fewerThan', { minimum: String(minimum) });
}
