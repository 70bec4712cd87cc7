import { AlertTestCode } from 'backstage-plugin-adoption-metrics-common';

/** That a message has not arrived, and why, for a program and in words. */
export class DeliveryError extends Error {
  constructor(readonly code: AlertTestCode, message: string) {
    super(message);
    this.name = 'DeliveryError';
  }
}
