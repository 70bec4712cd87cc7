import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import { AlertRules, readAlertRules, readRecipients } from './ruleSettings';
import { WebhookFormat, webhookFormats } from './channels/payloads';

/** Who is told of alerts. */
export interface AlertsConfig {
  /** Entity refs of users and groups, for the portal's own notifications. */
  recipients: string[];
  webhook?: WebhookConfig;
  /** Whether they are published as events of Backstage. */
  events: boolean;
  rules: AlertRules;
}

/** Where and how alerts are posted. */
export interface WebhookConfig {
  url: string;
  format: WebhookFormat;
  /** Signs what is posted. */
  secret?: string;
  /** Names the service to PagerDuty. */
  routingKey?: string;
}

const KEY = 'adoptionMetrics.alerts';

/** @throws InputError naming the key that is wrong, and what is accepted. */
export function readAlertsConfig(config: Config): AlertsConfig {
  return {
    recipients: readRecipients(config, `${KEY}.recipients`) ?? [],
    events: config.getOptionalBoolean(`${KEY}.events`) ?? false,
    rules: readAlertRules(config, `${KEY}.rules`),
    ...readWebhook(config),
  };
}

/** Who is told of a rule in the portal's own notifications. */
export function recipientsOf(
  { recipients, rules }: Pick<AlertsConfig, 'recipients' | 'rules'>,
  rule: Alert['rule'],
): string[] {
  return rules[rule].recipients ?? recipients;
}

function readWebhook(config: Config): Pick<AlertsConfig, 'webhook'> {
  const url = config.getOptionalString(`${KEY}.webhook.url`);
  if (url === undefined) {
    return {};
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputError(
      `${KEY}.webhook.url is no absolute http or https address`,
    );
  }
  const secret = config.getOptionalString(`${KEY}.webhook.secret`);
  const format = readFormat(config);
  const routingKey = readRoutingKey(config, format);
  return {
    webhook: {
      ...{ url, format },
      ...(secret && { secret }),
      ...(routingKey && { routingKey }),
    },
  };
}

function readFormat(config: Config): WebhookFormat {
  const key = `${KEY}.webhook.format`;
  const format = config.getOptional(key) ?? webhookFormats[0];
  if (!webhookFormats.includes(format as WebhookFormat)) {
    throw new InputError(
      `${key} is ${JSON.stringify(format)}; accepted are ${webhookFormats.join(
        ', ',
      )}`,
    );
  }
  return format as WebhookFormat;
}

function readRoutingKey(
  config: Config,
  format: WebhookFormat,
): string | undefined {
  const key = `${KEY}.webhook.routingKey`;
  const routingKey = config.getOptionalString(key);
  if (format === 'pagerduty' && !routingKey) {
    throw new InputError(
      `${key} is missing; accepted is the integration key of a PagerDuty service`,
    );
  }
  return routingKey;
}
