/** Somebody asks more often than a route allows. */
export class TooManyRequestsError extends Error {
  readonly name = 'TooManyRequestsError';
  readonly status = 429;

  /** @param retryAfter - whole seconds until it is allowed again */
  constructor(message: string, readonly retryAfter: number) {
    super(message);
  }
}
