import { UptimeCheck } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertmanagerPayloadSchema,
  UptimeCheckBatchSchema,
  UptimeCheckSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { parseBody } from '../http';
import { checksOfAlerts } from './alertmanager';

/**
 * Parses one check, several checks, or a notification from Alertmanager.
 *
 * @param now - ms UTC
 * @throws InputError with the field that is wrong, and what is accepted
 */
export function readChecks(
  format: 'checks' | 'alertmanager',
  body: Record<string, unknown>,
  now: number,
): UptimeCheck[] {
  if (format === 'alertmanager') {
    return checksOfAlerts(parseBody(AlertmanagerPayloadSchema, body), now);
  }
  return 'checks' in body
    ? parseBody(UptimeCheckBatchSchema, body).checks
    : [parseBody(UptimeCheckSchema, body)];
}
