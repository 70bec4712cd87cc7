import { say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { NOTIFICATIONS } from './channels/NotificationChannel';

const WEBHOOK = 'webhook';

/** What to do when a test message has not arrived. */
export function testFix(code: string, channel: string): Wording {
  switch (code) {
    case 'no-recipients':
      return say('alerts.fix.no-recipients');
    case 'recipient-missing':
      return say('alerts.fix.recipient-missing');
    case 'recipient-empty':
      return say('alerts.fix.recipient-empty');
    case 'connection-refused':
    case 'unreachable':
    case 'dns':
      return channel === WEBHOOK ? say('alerts.fix.address') : checkOf(channel);
    case 'redirect':
      return channel === WEBHOOK
        ? say('alerts.fix.redirect')
        : checkOf(channel);
    default:
      return checkOf(channel);
  }
}

function checkOf(channel: string): Wording {
  switch (channel) {
    case NOTIFICATIONS:
      return say('alerts.fix.notifications');
    case WEBHOOK:
      return say('alerts.fix.webhook');
    case 'events':
      return say('alerts.fix.events');
    default:
      return say('alerts.fix.channel', { channel });
  }
}
