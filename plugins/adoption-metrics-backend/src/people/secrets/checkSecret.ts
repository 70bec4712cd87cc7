import {
  Diagnostic,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';

/** Whether the secret behind the pseudonyms is kept apart from them. */
export async function checkSecret(known: {
  isConfigured: boolean;
  /** Whether the secret before this one is at hand. */
  hasFormer: boolean;
  /** How many people are stored under the secret before this one. */
  countFormer(): Promise<number>;
}): Promise<Diagnostic> {
  const base = { id: 'secret', label: 'Secret behind the pseudonyms' };
  if (!known.isConfigured) {
    return {
      ...base,
      status: 'warning',
      detail:
        'The secret was generated into the database that it should protect.',
      fix: 'Set adoptionMetrics.privacy.secret to a random text of at least 16 characters that is kept outside of the database, such as in an environment variable, and restart the backend. People who are stored already are linked to it by themselves.',
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
    'The secret is configured, apart from the data it protects.';
  if (left === 0) {
    return { status: 'ok', detail: configured };
  }
  const who = writeCount(left, 'person is', 'people are');
  return hasFormer
    ? {
        status: 'ok',
        detail: `${configured} ${who} still stored under the one before, and linked as soon as the catalog names them or they come. Once you remove adoptionMetrics.privacy.previousSecret, nobody can link those who are left.`,
      }
    : {
        status: 'warning',
        detail: `${configured} ${who} stored under the one before and cannot be linked: whoever of them comes counts as somebody new.`,
        fix: 'If you still have the former secret, set adoptionMetrics.privacy.previousSecret to it. What cannot be linked is deleted when adoptionMetrics.retention.people has passed.',
      };
}
