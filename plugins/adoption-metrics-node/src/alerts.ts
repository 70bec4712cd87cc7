import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Alert } from 'backstage-plugin-adoption-metrics-common';

/** A message to send. @public */
export interface AlertMessage {
  /**
   * Stays the same in all attempts, so that receivers can detect repetitions.
   */
  deliveryId: string;
  /**
   * Identifies the portal and its database for receivers that serve several. A
   * test copy or a restored backup has a different one.
   */
  installation: string;
  alert: Alert;
  /** Absolute URL of the page with details. */
  link: string;
  /**
   * Whether this is only a test. Its rule is `deadline`; its subject and state
   * are `test`.
   */
  isTest?: boolean;
}

/** A channel that sends alerts. @public */
export interface AlertChannel {
  /**
   * The name in storage and in the API: up to 32 lower-case letters, digits,
   * and dashes, starting with a letter.
   */
  readonly name: string;

  /**
   * Whether it sends alerts of a rule. An on-call service, for example, does
   * not need digests. Defaults to all rules.
   */
  reaches?(rule: Alert['rule']): boolean | Promise<boolean>;

  /**
   * Sends a message once. The same message is sent again until it succeeds.
   * `signal` aborts an attempt after ten seconds.
   *
   * @throws Error unless delivery is certain. Its message is neither shown nor
   * logged; the cause is derived from the `code` that Node.js sets, a `status`,
   * or a `name` such as `TimeoutError`
   */
  send(message: AlertMessage, signal: AbortSignal): Promise<void>;
}

/** Lets modules add channels to the configured ones. @public */
export interface AdoptionMetricsAlertsExtensionPoint {
  /**
   * Adds a channel. An invalid or duplicate name disables the plugin, which
   * then responds with the reason; the backend starts.
   */
  addChannel(channel: AlertChannel): void;
}

/** @public */
export const adoptionMetricsAlertsExtensionPoint =
  createExtensionPoint<AdoptionMetricsAlertsExtensionPoint>({
    id: 'adoption-metrics.alerts',
  });
