import { AlertTestCode } from 'backstage-plugin-adoption-metrics-common';
import { CodedError } from '../failures';

/** That a message has not arrived, and why, for a program and in words. */
export class DeliveryError extends CodedError {
  constructor(readonly code: AlertTestCode, message: string) {
    super(code, message);
  }
}
