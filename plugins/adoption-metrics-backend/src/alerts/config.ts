import { Alert, alertRules } from 'backstage-plugin-adoption-metrics-common';
import { z } from 'zod';
import {
  calendarDay,
  choice,
  flag,
  headers,
  names,
  refuseKey,
  secret,
  section,
  signingSecret,
  usersAndGroups,
  webAddress,
} from '../configuration';
import { webhookFormats } from './channels/payloads';

/** Every secret adds a signature to each message. */
const MOST_FORMER_SECRETS = 4;

/** The configuration of a webhook. */
export type WebhookConfig = z.output<typeof webhook>;

const webhook = section({
  url: webAddress()
    .meta({ visibility: 'secret' })
    .describe('URL to which alerts are posted; treat it as a secret'),
  format: choice(webhookFormats)
    .prefault(webhookFormats[0])
    .describe(
      'Format of the messages: `slack`, `teams`, or `pagerduty`; `text` for other chats that accept `{ "text": … }`',
    ),
  headers: headers()
    .prefault({})
    .meta({ otherwise: 'none', visibility: 'secret' })
    .describe('Headers of each request, such as `Authorization`'),
  secret: signingSecret()
    .optional()
    .describe('Signs each message by the Standard Webhooks specification'),
  formerSecrets: z
    .array(signingSecret())
    .max(MOST_FORMER_SECRETS)
    .meta({
      accepted: `lists of up to ${MOST_FORMER_SECRETS} secrets`,
      visibility: 'secret',
      otherwise: 'none',
    })
    .prefault([])
    .describe(
      'Former secrets that also sign, while receivers switch to `secret`',
    ),
  routingKey: secret()
    .optional()
    .describe('Integration key of a service, for `pagerduty`'),
}).superRefine(
  ({ format, routingKey, secret: current, formerSecrets }, context) => {
    if (formerSecrets.length > 0 && current === undefined) {
      const fault = 'is missing; without it, nothing is signed';
      refuseKey(context, ['secret'], fault);
    }
    if (format === 'pagerduty' && !routingKey) {
      const fault =
        'is missing; expected integration keys of PagerDuty services';
      refuseKey(context, ['routingKey'], fault);
    }
  },
);

const rule = section({
  enabled: flag().prefault(true).describe('Whether the rule is enabled'),
  mutedUntil: calendarDay()
    .optional()
    .describe('Last day of a mute: alerts are listed, but no one is notified'),
  channels: names('channels', "['webhook']")
    .optional()
    .meta({ otherwise: 'all' })
    .describe('Channels to use, such as `notifications` or `webhook`'),
  recipients: usersAndGroups()
    .optional()
    .meta({ otherwise: 'those of all rules' })
    .describe('Users and groups to notify instead of `alerts.recipients`'),
});

const rulesByName = section(
  Object.fromEntries(
    alertRules.map(each => [each, rule.prefault({})]),
  ) as unknown as Record<Alert['rule'], z.ZodPrefault<typeof rule>>,
);

/** The configuration below `adoptionMetrics.alerts`. */
export const alertsConfig = section({
  recipients: usersAndGroups()
    .prefault([])
    .describe('Users and groups to notify in the portal'),
  names: flag()
    .prefault(true)
    .describe(
      'Whether messages can name groups, regardless of what recipients can read in the catalog; owners always see the names of their own entities',
    ),
  webhook: webhook.optional(),
  events: flag()
    .prefault(false)
    .describe(
      'Whether alerts are published as Backstage events, with the topic `adoption-metrics.alert`',
    ),
  rules: rulesByName.prefault({}),
});

/** The configuration of alerts. */
export type AlertsConfig = z.output<typeof alertsConfig>;

/** Recipients of a rule's notifications in the portal. */
export function recipientsOf(
  { recipients, rules }: Pick<AlertsConfig, 'recipients' | 'rules'>,
  of: Alert['rule'],
): string[] {
  return rules[of].recipients ?? recipients;
}
