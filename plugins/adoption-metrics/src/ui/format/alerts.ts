import type {
  Alert,
  AlertList,
} from 'backstage-plugin-adoption-metrics-common';
import { formatCountOf } from './values';

type Delivery = AlertList['alerts'][number]['deliveries'][number];

const words: Record<Delivery['status'], string> = {
  sent: 'sent',
  pending: 'not yet',
  failed: 'given up',
};

/** "webhook: not yet, 3 attempts, the address answers 503" */
export function describeDelivery(delivery: Delivery): string {
  const { channel, status, attempts, error } = delivery;
  const trouble =
    status === 'sent' || attempts === 0
      ? ''
      : `, ${formatCountOf(attempts, 'attempt')}, ${
          error ?? 'no reason known'
        }`;
  return `${channel}: ${words[status]}${trouble}`;
}

/** What each rule of alerts watches. */
export const alertRuleNames: Record<Alert['rule'], string> = {
  deadline: 'State of the deadline',
  milestone: 'Days before the deadline',
  metric: 'Metrics and their targets',
  collection: 'Collection that stopped',
  'error-budget': 'Error budget of uptime',
  digest: 'Weekly and monthly digest',
};
