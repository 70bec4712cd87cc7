import {
  Diagnostic,
  diagnosticOf,
  Finding,
  say,
} from 'backstage-plugin-adoption-metrics-common';

/** Whether the secret is stored apart from the pseudonyms. */
export async function checkSecret(known: {
  isConfigured: boolean;
  /** Whether the previous secret is configured. */
  hasFormer: boolean;
  /** The number of people who are stored under the previous secret. */
  countFormer(): Promise<number>;
}): Promise<Diagnostic> {
  if (!known.isConfigured) {
    return diagnosticOf('secret', {
      status: 'warning',
      detail: [say('health.secret.generated')],
      fix: say('health.secret.generated.fix'),
    });
  }
  const left = await known.countFormer();
  return diagnosticOf('secret', describe(left, known.hasFormer));
}

function describe(left: number, hasFormer: boolean): Finding {
  const configured = say('health.secret.ok');
  if (left === 0) {
    return { status: 'ok', detail: [configured] };
  }
  return hasFormer
    ? {
        status: 'ok',
        detail: [configured, say('health.secret.moving', { count: left })],
      }
    : {
        status: 'warning',
        detail: [configured, say('health.secret.lost', { count: left })],
        fix: say('health.secret.lost.fix'),
      };
}
