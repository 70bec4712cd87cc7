import { AlertTestCode } from 'backstage-plugin-adoption-metrics-common';
import { NOTIFICATIONS } from './channels/NotificationChannel';

const CHECK_CHANNEL: Record<string, string> = {
  [NOTIFICATIONS]:
    'Check that the notifications plugin is installed in the backend: @backstage/plugin-notifications-backend.',
  webhook:
    'Check adoptionMetrics.alerts.webhook, and what its receiver says about the request.',
  events: 'Check that the events service of the backend works.',
};

/** What to do when a test message has not arrived. */
export function testFix(code: AlertTestCode, channel: string): string {
  switch (code) {
    case 'no-recipients':
      return 'Add a recipient to the deadline, or set adoptionMetrics.alerts.recipients.';
    case 'recipient-missing':
      return 'Remove the recipient, or import it into the catalog as a user or group.';
    case 'recipient-empty':
      return 'Add members to the group, or choose another recipient.';
    case 'no-connection':
      return 'Check the address in adoptionMetrics.alerts.webhook.url, and that the backend can reach it.';
    default:
      return CHECK_CHANNEL[channel] ?? `Check the alert channel '${channel}'.`;
  }
}
