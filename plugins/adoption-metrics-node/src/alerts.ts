import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Alert } from 'backstage-plugin-adoption-metrics-common';

/**
 * What is sent, and how it is distinguished from a repetition.
 *
 * @public
 */
export interface AlertMessage {
  /** The same in every attempt. */
  deliveryId: string;
  /**
   * Names the portal and its database, for receivers that serve several: a copy
   * for tests and a backup restored elsewhere have other names.
   */
  installation: string;
  alert: Alert;
  /** Where to read on: an absolute address. */
  link: string;
  /**
   * Whether someone only tries whether messages arrive. Its rule is then
   * `deadline`, and its subject and state are `test`.
   */
  isTest?: boolean;
}

/**
 * A channel that notifies someone.
 *
 * @public
 */
export interface AlertChannel {
  /**
   * Names it in storage and in answers: up to 32 lower-case letters, digits and
   * dashes, beginning with a letter.
   */
  readonly name: string;

  /**
   * Whether it has a use for alerts of that rule: an on-call service has none
   * for a digest. It carries all of them by default.
   */
  reaches?(rule: Alert['rule']): boolean | Promise<boolean>;

  /**
   * Sends once. The same message comes again until it has arrived; `signal` ends
   * an attempt after ten seconds.
   *
   * @throws Error if it is not certain that the message has arrived. Its text is
   * neither shown nor logged; what it means is read from the `code` that Node.js
   * gives, a `status`, or a `name` such as `TimeoutError`
   */
  send(message: AlertMessage, signal: AbortSignal): Promise<void>;
}

/**
 * Lets modules add channels to those that are configured.
 *
 * @public
 */
export interface AdoptionMetricsAlertsExtensionPoint {
  /**
   * A channel whose name is malformed or there already switches the plugin off,
   * which then says so; the portal starts.
   */
  addChannel(channel: AlertChannel): void;
}

/** @public */
export const adoptionMetricsAlertsExtensionPoint =
  createExtensionPoint<AdoptionMetricsAlertsExtensionPoint>({
    id: 'adoption-metrics.alerts',
  });
