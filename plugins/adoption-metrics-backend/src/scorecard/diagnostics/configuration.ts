import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { Sources } from './Sources';

export async function checkPermissions({
  config,
}: Sources): Promise<Diagnostic> {
  const enabled = config.getOptionalBoolean('permission.enabled') ?? false;
  return {
    id: 'permissions',
    label: 'Permissions',
    status: enabled ? 'ok' : 'warning',
    detail: enabled
      ? 'Who may read the figures is decided by the permission policy.'
      : 'Permissions are off: every signed-in person may read the figures.',
    ...(enabled ? {} : { fix: 'Set permission.enabled to true.' }),
  };
}

export async function checkSecret({ config }: Sources): Promise<Diagnostic> {
  const configured = config.has('adoptionMetrics.privacy.secret');
  return {
    id: 'secret',
    label: 'Secret behind the pseudonyms',
    status: configured ? 'ok' : 'warning',
    detail: configured
      ? 'The secret is configured, apart from the data it protects.'
      : 'The secret was generated into the database that it should protect.',
    ...(configured
      ? {}
      : {
          fix: 'Before people are counted, set adoptionMetrics.privacy.secret.',
        }),
  };
}
