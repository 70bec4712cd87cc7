import { UptimeCheck } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertmanagerPayloadSchema,
  UptimeCheckBatchSchema,
  UptimeCheckSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { parseBody } from '../http';
import { checksOfAlerts } from './alertmanager';

/**
 * Reads one check, several, or what Alertmanager sends.
 *
 * @param now - ms UTC
 * @throws InputError naming the field that is wrong, and what is accepted
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
