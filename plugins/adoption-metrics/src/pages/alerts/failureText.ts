import { deliveryFailures } from 'backstage-plugin-adoption-metrics-common';
import type { Translate } from '../../ui/format';

/** Why a message has not arrived, by its code. */
export function failureText(code: string, t: Translate): string {
  const known = deliveryFailures.find(each => each === code);
  if (known) {
    return t(`alerts.failure.${known}`);
  }
  const [, status] = /^http-(\d{3})$/.exec(code) ?? [];
  return status
    ? t('alerts.failure.status', { status })
    : t('alerts.failure.other', { code });
}
