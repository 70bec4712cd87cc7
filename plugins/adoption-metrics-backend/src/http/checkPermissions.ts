import {
  Diagnostic,
  diagnosticOf,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { AccessConfig } from './config';

/** Whether a permission policy controls who can read the metrics. */
export function checkPermissions({
  permissionsEnabled: enabled,
}: AccessConfig): Diagnostic {
  return diagnosticOf(
    'permissions',
    enabled
      ? { status: 'ok', detail: [say('health.permissions.ok')] }
      : {
          status: 'warning',
          detail: [say('health.permissions.disabled')],
          fix: say('health.permissions.fix'),
        },
  );
}
