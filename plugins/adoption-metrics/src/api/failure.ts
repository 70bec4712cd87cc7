/** What went wrong with a request, as far as users can act on it. */
export type FailureKind =
  | 'notInstalled'
  | 'signedOut'
  | 'forbidden'
  | 'limited'
  | 'unavailable'
  | 'offline'
  | 'page'
  | 'other';

const kindOfStatus: Record<number, FailureKind> = {
  // The client rejects successful responses that did not come from the API.
  200: 'page',
  401: 'signedOut',
  403: 'forbidden',
  429: 'limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Anything longer is not a sentence from our API. */
const LONGEST_SENTENCE = 300;

/** Classifies a failure. */
export function failureKindOf(error: Error): FailureKind {
  const status = statusOf(error);
  if (status === undefined) {
    return kindWithoutAnswer(error);
  }
  // Our own backend always includes a message with this status.
  if (status === 404) {
    return saidBy(error) === undefined ? 'notInstalled' : 'other';
  }
  return kindOfStatus[status] ?? 'other';
}

function kindWithoutAnswer({ name }: Error): FailureKind {
  switch (name) {
    // `fetch` got no response.
    case 'TypeError':
      return 'offline';
    // The response was not JSON.
    case 'SyntaxError':
      return 'page';
    default:
      return 'other';
  }
}

/** The HTTP status of a failure; undefined if there was no response. */
export function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/**
 * The message from our backend. Other servers, such as proxies, respond with a
 * page or nothing, for which Backstage's client creates its own message.
 */
export function saidBy(error: Error): string | undefined {
  const { cause } = error as { cause?: unknown };
  if (!(cause instanceof Error)) {
    return undefined;
  }
  const { message } = cause;
  const isSentence =
    message !== '' &&
    message.length <= LONGEST_SENTENCE &&
    !/^\s*[<{[]/.test(message) &&
    !message.startsWith('Request failed with status');
  return isSentence ? message : undefined;
}

/** Whether a request failed because of a missing permission. */
export function isForbidden(error?: Error): boolean {
  return error !== undefined && statusOf(error) === 403;
}
