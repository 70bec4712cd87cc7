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

/** Describes a failure code, as the end of a sentence. */
export function failureWords(code: string): string {
  const [, status] = /^http-(\d{3})$/.exec(code) ?? [];
  return status === undefined
    ? WORDS[code] ?? 'an unexpected error occurred'
    : `the response was HTTP ${status}`;
}

/**
 * Describes any thrown value: the message of our own errors, or the meaning of
 * the failure code. Messages of other errors are never used.
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
