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

/** Each adds a signature to every message. */
const MOST_FORMER_SECRETS = 4;

/** Where and how alerts are posted. */
export type WebhookConfig = z.output<typeof webhook>;

const webhook = section({
  url: webAddress()
    .meta({ visibility: 'secret' })
    .describe(
      'Address to which alerts are posted; some are as good as a password',
    ),
  format: choice(webhookFormats)
    .prefault(webhookFormats[0])
    .describe(
      'What is posted: `slack`, `teams` and `pagerduty` for these, `text` for other chats that take `{ "text": … }`',
    ),
  headers: headers()
    .prefault({})
    .meta({ otherwise: 'none', visibility: 'secret' })
    .describe('Headers of each message, such as `Authorization`'),
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
    .describe('Sign as well, while receivers change over to `secret`'),
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
        'is missing; accepted are integration keys of PagerDuty services';
      refuseKey(context, ['routingKey'], fault);
    }
  },
);

const rule = section({
  enabled: flag().prefault(true).describe('Whether the rule is looked at'),
  mutedUntil: calendarDay()
    .optional()
    .describe('Day through which its alerts are shown, and nobody is notified'),
  channels: names('channels', "['webhook']")
    .optional()
    .meta({ otherwise: 'all' })
    .describe('Channels that it uses, such as `notifications` or `webhook`'),
  recipients: usersAndGroups()
    .optional()
    .meta({ otherwise: 'those of all rules' })
    .describe(
      'Users and groups that are notified of it, in place of `alerts.recipients`',
    ),
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
    .describe('Users and groups that are notified in the portal'),
  names: flag()
    .prefault(true)
    .describe(
      'Whether what is sent may name groups, whatever the recipients may read in the catalog; owners always read the names of their own entities',
    ),
  webhook: webhook.optional(),
  events: flag()
    .prefault(false)
    .describe(
      'Whether alerts are published as events of Backstage, with the topic `adoption-metrics.alert`',
    ),
  rules: rulesByName.prefault({}),
});

/** Who is notified of alerts, and how. */
export type AlertsConfig = z.output<typeof alertsConfig>;

/** Who is notified of a rule in the portal's own notifications. */
export function recipientsOf(
  { recipients, rules }: Pick<AlertsConfig, 'recipients' | 'rules'>,
  of: Alert['rule'],
): string[] {
  return rules[of].recipients ?? recipients;
}
