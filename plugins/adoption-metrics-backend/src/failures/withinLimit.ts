/**
 * Waits for something of anybody else no longer than so long, whether or not it
 * honours the signal that it is given.
 *
 * @param limit - in ms
 * @param signal - ends the waiting earlier
 * @throws DOMException with the name `TimeoutError` when the limit is reached,
 * the reason of the signal when that ends it, and what the work throws
 */
export async function withinLimit<T>(
  limit: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  // AbortSignal.any and .timeout are held weakly, and live for as long as the
  // limit although the work has ended: with thousands of requests a second, the
  // garbage collector would take as much time as the requests themselves.
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
