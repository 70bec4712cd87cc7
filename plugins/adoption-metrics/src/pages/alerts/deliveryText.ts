import type { AlertList } from 'backstage-plugin-adoption-metrics-common';
import type { Translate } from '../../ui/format';
import { channelName } from './channelName';
import { failureText } from './failureText';

type Delivery = AlertList['alerts'][number]['deliveries'][number];

/** "Webhook: pending, 3 attempts, the receiver answered with HTTP 503" */
export function deliveryText(delivery: Delivery, t: Translate): string {
  const { status: id, attempts: count } = delivery;
  const channel = channelName(delivery.channel, t);
  const status = t(`alerts.delivery.${id}`);
  if (id === 'sent' || count === 0) {
    return t('alerts.delivery.plain', { channel, status });
  }
  const error = delivery.error
    ? failureText(delivery.error, t)
    : t('alerts.delivery.noReason');
  return t('alerts.delivery.trouble', { channel, status, count, error });
}
