import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';

/** Whether the secret behind the pseudonyms is kept apart from them. */
export function checkSecret(configured: boolean): Diagnostic {
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
