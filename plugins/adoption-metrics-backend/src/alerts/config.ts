import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { normalizeConfiguredRef } from '../access';

/** Who is told of alerts. */
export interface AlertsConfig {
  /** Entity refs of users and groups, for the portal's own notifications. */
  recipients: string[];
  webhook?: { url: string; secret?: string };
}

const KEY = 'adoptionMetrics.alerts';

/** @throws InputError naming the key that is wrong, and what is accepted. */
export function readAlertsConfig(config: Config): AlertsConfig {
  const key = `${KEY}.recipients`;
  const recipients = config.getOptionalStringArray(key) ?? [];
  return {
    recipients: recipients.map(ref =>
      normalizeConfiguredRef(ref, {
        key,
        example: "'group:default/portal-team' or 'user:default/ada'",
      }),
    ),
    ...readWebhook(config),
  };
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
  return { webhook: { url, ...(secret && { secret }) } };
}
