import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { AlertMessage } from 'backstage-plugin-adoption-metrics-node';
import { plainText, visibleText } from '../../database';
import { isOver } from '../Alert';
import { inChat } from './escape';

/** What a webhook takes. */
export const webhookFormats = ['json', 'slack', 'pagerduty'] as const;

type WebhookFormat = (typeof webhookFormats)[number];

type Payload = (message: AlertMessage, routingKey: string) => object;

export const payloads: Record<WebhookFormat, Payload> = {
  // As it is: programs read it, and escape it for whatever they write.
  json: message => {
    const { deliveryId, installation, alert, link, isTest } = message;
    const text = inMarkdown(message);
    return { deliveryId, installation, ...alert, link, text, test: isTest };
  },
  slack: message => ({ text: inMarkdown(escaped(message)) }),
  pagerduty: pagerDutyEvent,
};

/** Slack-compatible receivers show `text` and ignore the rest. */
function inMarkdown({ alert, link }: AlertMessage): string {
  return `*${alert.title}*\n${alert.text}\n${link}`;
}

/** Only our own marks format it, and only our own link leads anywhere. */
function escaped(message: AlertMessage): AlertMessage {
  const { title, text } = message.alert;
  const alert = { ...message.alert, title: inChat(title), text: inChat(text) };
  return { ...message, alert };
}

const pagerDutySeverities: Record<Alert['severity'], string> = {
  critical: 'critical',
  high: 'error',
  normal: 'warning',
  low: 'info',
};

/**
 * An event of PagerDuty's Events API v2. What becomes of the same subject has
 * the same key, so that it updates or resolves the incident that is open.
 *
 * https://developer.pagerduty.com/docs/send-alert-event
 */
function pagerDutyEvent(message: AlertMessage, routingKey: string) {
  const { installation, alert, link, isTest } = message;
  return {
    routing_key: routingKey,
    // A test that resolved nothing would not be seen.
    event_action: isOver(alert) && !isTest ? 'resolve' : 'trigger',
    dedup_key: `adoption-metrics/${installation}/${alert.rule}/${alert.subject}`,
    payload: {
      summary: plainText(visibleText(`${alert.title}: ${alert.text}`), {
        most: 1_024,
      }),
      source: new URL(link).host,
      severity: pagerDutySeverities[alert.severity],
      timestamp: alert.at,
      component: alert.rule,
    },
    links: [{ href: link, text: 'Adoption' }],
  };
}
