import { NOTIFICATIONS } from './channels/NotificationChannel';

const WEBHOOK = 'webhook';

const CHECK_CHANNEL: Record<string, string> = {
  [NOTIFICATIONS]:
    'Check that the notifications plugin is installed in the backend: @backstage/plugin-notifications-backend.',
  [WEBHOOK]:
    'Check adoptionMetrics.alerts.webhook, and what its receiver logs about the request.',
  events: 'Check that the events service of the backend works.',
};

/** What to do if a test message was not delivered. */
export function testFix(code: string, channel: string): string {
  switch (code) {
    case 'no-recipients':
      return 'Add a recipient to the deadline, or set adoptionMetrics.alerts.recipients.';
    case 'recipient-missing':
      return 'Remove the recipient, or import it into the catalog as a user or group.';
    case 'recipient-empty':
      return 'Add members to the group, or choose another recipient.';
    case 'connection-refused':
    case 'unreachable':
    case 'dns':
      return channel === WEBHOOK
        ? 'Check the address in adoptionMetrics.alerts.webhook.url, and that the backend can reach it.'
        : checkOf(channel);
    case 'redirect':
      return channel === WEBHOOK
        ? 'Set adoptionMetrics.alerts.webhook.url to the address that the receiver redirects to; redirects are not followed.'
        : checkOf(channel);
    default:
      return checkOf(channel);
  }
}

function checkOf(channel: string): string {
  return CHECK_CHANNEL[channel] ?? `Check the alert channel '${channel}'.`;
}
