/**
 * Runs external work with a timeout, whether or not it honors the signal.
 *
 * @param limit - in ms
 * @param signal - cancels the wait
 * @throws DOMException named `TimeoutError` after the limit, the reason of the
 * signal if it is aborted, and errors of the work
 */
export async function withinLimit<T>(
  limit: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  // Signals of AbortSignal.any and AbortSignal.timeout stay in memory until the
  // timeout, even if the work has finished. With thousands of requests per
  // second, garbage collection would take as long as the requests.
  const ending = new AbortController();
  const end = () => ending.abort(signal.reason);
  const expire = () =>
    ending.abort(new DOMException('It took too long', 'TimeoutError'));
  const timer = setTimeout(expire, limit);
  signal.addEventListener('abort', end);
  try {
    return await new Promise<T>((resolve, reject) => {
      ending.signal.addEventListener('abort', () =>
        reject(ending.signal.reason),
      );
      Promise.resolve()
        .then(() => work(ending.signal))
        .then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
