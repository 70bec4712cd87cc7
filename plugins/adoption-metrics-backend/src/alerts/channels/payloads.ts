import { createHash } from 'node:crypto';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { AlertMessage } from 'backstage-plugin-adoption-metrics-node';
import { plainText, visibleText } from '../../database';
import { isOver } from '../Alert';
import { inCard, inChat } from './escape';

/** Supported webhook formats. */
export const webhookFormats = [
  'json',
  'slack',
  'teams',
  'text',
  'pagerduty',
] as const;

type WebhookFormat = (typeof webhookFormats)[number];

type Payload = (message: AlertMessage, routingKey: string) => object;

export const payloads: Record<WebhookFormat, Payload> = {
  // Unescaped, because programs read it and escape it as needed.
  json: message => {
    const { deliveryId, installation, alert, link, isTest } = message;
    const text = inMarkdown(message);
    return { deliveryId, installation, ...alert, link, text, test: isTest };
  },
  slack: slackMessage,
  teams: teamsMessage,
  text: message => ({ text: inMarkdown(escaped(message)) }),
  pagerduty: pagerDutyEvent,
};

/** Slack-compatible receivers show `text`, and ignore other fields. */
function inMarkdown({ alert, link }: AlertMessage): string {
  return `*${alert.title}*\n${alert.text}\n${link}`;
}

/** Escaped, so that only our own formatting and links work. */
function escaped(message: AlertMessage): AlertMessage {
  const { title, text } = message.alert;
  const alert = { ...message.alert, title: inChat(title), text: inChat(text) };
  return { ...message, alert };
}

/**
 * A message for Slack: blocks, and a text for desktop notifications. Uses a
 * link, because a button would require an app.
 *
 * https://docs.slack.dev/reference/block-kit/blocks
 */
function slackMessage({ alert: { title, text }, link }: AlertMessage) {
  const heading = atMost(visibleText(title), 150);
  return {
    text: inChat(heading),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: heading, emoji: false },
      },
      ...(text ? [slackSection(inChat(text))] : []),
      slackSection(`<${link}|Open Adoption>`),
    ],
  };
}

function slackSection(markup: string) {
  // A truncated entity would be shown as text.
  const text = atMost(markup, 3_000).replace(/&[a-z]*$/, '');
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/**
 * A message for the workflow "When a Teams webhook request is received" of
 * Microsoft Teams: one Adaptive Card, at most 28 KB.
 *
 * https://learn.microsoft.com/power-automate/teams/send-a-message-in-teams
 */
function teamsMessage({ alert, link }: AlertMessage) {
  const line = (text: string) => ({ type: 'TextBlock', text, wrap: true });
  const title = line(inCard(atMost(alert.title, 500)));
  // Markdown joins lines without an empty line in between.
  const text = line(inCard(atMost(alert.text, 4_000)).replace(/\n/g, '\n\n'));
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { ...title, weight: 'Bolder', size: 'Medium', style: 'heading' },
            ...(alert.text ? [text] : []),
          ],
          actions: [
            { type: 'Action.OpenUrl', title: 'Open Adoption', url: link },
          ],
        },
      },
    ],
  };
}

function atMost(text: string, most: number): string {
  return plainText(text, { most });
}

const pagerDutySeverities: Record<Alert['severity'], string> = {
  critical: 'critical',
  high: 'error',
  normal: 'warning',
  low: 'info',
};

/**
 * An event for PagerDuty's Events API v2. Alerts about the same subject have
 * the same key, and update or resolve its incident.
 *
 * https://developer.pagerduty.com/docs/send-alert-event
 */
function pagerDutyEvent(message: AlertMessage, routingKey: string) {
  const { alert, link, isTest } = message;
  return {
    routing_key: routingKey,
    // A test has to be visible, so it must not be a resolve event.
    event_action: isOver(alert) && !isTest ? 'resolve' : 'trigger',
    dedup_key: dedupKey(message),
    payload: {
      summary: atMost(visibleText(`${alert.title}. ${alert.text}`), 1_024),
      source: new URL(link).host,
      severity: pagerDutySeverities[alert.severity],
      timestamp: alert.at,
      component: alert.rule,
    },
    client: 'Adoption Metrics for Backstage',
    client_url: link,
    links: [{ href: link, text: 'Adoption' }],
  };
}

/** At most 255 characters, which our subjects never exceed. */
function dedupKey({ installation, alert }: AlertMessage): string {
  const key = `adoption-metrics/${installation}/${alert.rule}/${alert.subject}`;
  const hash = () => createHash('sha256').update(key).digest('hex');
  return key.length > 255 ? `adoption-metrics/${installation}/${hash()}` : key;
}
