import {
  Diagnostic,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';

/** Whether the secret is stored apart from the pseudonyms. */
export async function checkSecret(known: {
  isConfigured: boolean;
  /** Whether the previous secret is configured. */
  hasFormer: boolean;
  /** The number of people who are stored under the previous secret. */
  countFormer(): Promise<number>;
}): Promise<Diagnostic> {
  const base = { id: 'secret', label: 'Pseudonymization key' };
  if (!known.isConfigured) {
    return {
      ...base,
      status: 'warning',
      detail:
        'The key was generated and is stored in the database that it should protect.',
      fix: 'Set adoptionMetrics.privacy.secret to a random string of at least 16 characters outside of the database, such as in an environment variable, and restart the backend. Stored people are linked to it automatically.',
    };
  }
  const left = await known.countFormer();
  return { ...base, ...describe(left, known.hasFormer) };
}

function describe(
  left: number,
  hasFormer: boolean,
): Pick<Diagnostic, 'status' | 'detail' | 'fix'> {
  const configured =
    'The key is configured, separate from the data it protects.';
  if (left === 0) {
    return { status: 'ok', detail: configured };
  }
  const who = writeCount(left, 'person is', 'people are');
  return hasFormer
    ? {
        status: 'ok',
        detail: `${configured} ${who} still stored under the former key; they are linked at the next catalog sync or visit. If you remove adoptionMetrics.privacy.previousSecret before that, they can no longer be linked.`,
      }
    : {
        status: 'warning',
        detail: `${configured} ${who} stored under the former key and cannot be linked: they count as new users on their next visit.`,
        fix: 'If you still have the former key, set adoptionMetrics.privacy.previousSecret to it. Otherwise, the old records are deleted after adoptionMetrics.retention.people.',
      };
}
