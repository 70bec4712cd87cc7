import { CodedError, databaseCodeIn, failureCodeOf } from './failureCode';

const WORDS: Record<string, string> = {
  timeout: 'no response in time',
  'connection-refused': 'the connection was refused',
  'connection-closed': 'the connection was closed early',
  unreachable: 'the address cannot be reached',
  dns: 'the host name cannot be resolved',
  tls: 'the TLS certificate or handshake is not valid',
  redirect: 'the response was a redirect, which is not followed',
  'too-large': 'the response was too large',
  'invalid-answer': 'the response was not valid',
};

/** What a code means, as the end of a sentence. */
export function failureWords(code: string): string {
  const [, status] = /^http-(\d{3})$/.exec(code) ?? [];
  return status === undefined
    ? WORDS[code] ?? 'an unexpected error occurred'
    : `the response was HTTP ${status}`;
}

/**
 * Says why something failed, whatever was thrown: what we said ourselves, or
 * what the code of the failure means. A message of anybody else is never quoted.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof CodedError) {
    return error.message;
  }
  const code = failureCodeOf(error);
  const ofDatabase = databaseCodeIn(code);
  return ofDatabase === undefined
    ? `${failureWords(code)} (${code})`
    : `the database failed (${ofDatabase})`;
}
