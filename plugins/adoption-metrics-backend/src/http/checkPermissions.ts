import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { AccessConfig } from './config';

/** Whether somebody decides who may read. */
export function checkPermissions({
  permissionsEnabled: enabled,
}: AccessConfig): Diagnostic {
  return {
    id: 'permissions',
    label: 'Permissions',
    status: enabled ? 'ok' : 'warning',
    detail: enabled
      ? 'Who may read the metrics is decided by the permission policy.'
      : 'Permissions are off: every signed-in person may read the metrics.',
    ...(enabled
      ? {}
      : {
          fix: 'Set permission.enabled to true, with a policy that allows adoption-metrics.scorecard.read to those who may read the metrics: whom no policy allows it reads nothing.',
        }),
  };
}
