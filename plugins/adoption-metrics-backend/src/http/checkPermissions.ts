import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { AccessConfig } from './config';

/** Whether a permission policy controls who can read the metrics. */
export function checkPermissions({
  permissionsEnabled: enabled,
}: AccessConfig): Diagnostic {
  return {
    id: 'permissions',
    label: 'Permissions',
    status: enabled ? 'ok' : 'warning',
    detail: enabled
      ? 'The permission policy controls access to the metrics.'
      : 'Permissions are disabled: every signed-in user can read the metrics.',
    ...(enabled
      ? {}
      : {
          fix: 'Set permission.enabled to true, with a policy that allows adoption-metrics.scorecard.read for those who can read the metrics; access is denied by default.',
        }),
  };
}
