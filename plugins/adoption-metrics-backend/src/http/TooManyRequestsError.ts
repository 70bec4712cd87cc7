/** The caller exceeded a limit of the route. */
export class TooManyRequestsError extends Error {
  readonly name = 'TooManyRequestsError';
  readonly status = 429;

  /**
   * @param retryAfter - seconds until the next request is allowed
   */
  constructor(message: string, readonly retryAfter: number) {
    super(message);
  }
}
