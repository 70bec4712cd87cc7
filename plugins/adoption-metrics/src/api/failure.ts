/** What went wrong with a request, as far as people can do something about it. */
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
  // The client rejects a success that is no answer of the API.
  200: 'page',
  401: 'signedOut',
  403: 'forbidden',
  429: 'limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Sentences are short; what is longer is something else. */
const LONGEST_SENTENCE = 300;

/** Which of the kinds a failure is of. */
export function failureKindOf(error: Error): FailureKind {
  const status = statusOf(error);
  if (status === undefined) {
    return kindWithoutAnswer(error);
  }
  // Our own backend says what it did not find; nothing else does.
  if (status === 404) {
    return saidBy(error) === undefined ? 'notInstalled' : 'other';
  }
  return kindOfStatus[status] ?? 'other';
}

function kindWithoutAnswer({ name }: Error): FailureKind {
  switch (name) {
    // `fetch` got no answer.
    case 'TypeError':
      return 'offline';
    // What came was no JSON.
    case 'SyntaxError':
      return 'page';
    default:
      return 'other';
  }
}

/** The HTTP status of a failure, if the server answered at all. */
export function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/**
 * The backend's own words about a failure. Whatever else answered, such as a
 * proxy, left a page or nothing, which Backstage puts behind a sentence of its
 * own.
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

/** Whether the server refused because of a missing permission. */
export function isForbidden(error?: Error): boolean {
  return error !== undefined && statusOf(error) === 403;
}
