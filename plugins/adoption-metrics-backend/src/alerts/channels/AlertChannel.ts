import { Alert } from 'backstage-plugin-adoption-metrics-common';

/** What is told, and how it is told apart from a repetition. */
export interface AlertMessage {
  /** The same in every attempt. */
  deliveryId: string;
  alert: Alert;
  /** Where to read on: an absolute address. */
  link: string;
}

/** A way of telling somebody. */
export interface AlertChannel {
  /** Names it in storage and in answers. */
  readonly name: string;

  /**
   * Tells once.
   *
   * @throws Error if it is not certain that the message has arrived
   */
  send(message: AlertMessage, signal: AbortSignal): Promise<void>;
}
