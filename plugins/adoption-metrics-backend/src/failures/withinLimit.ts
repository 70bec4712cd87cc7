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
  const ending = AbortSignal.any([signal, AbortSignal.timeout(limit)]);
  ending.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const end = () => reject(ending.reason);
    ending.addEventListener('abort', end, { once: true });
    Promise.resolve()
      .then(() => work(ending))
      .then(resolve, reject)
      .finally(() => ending.removeEventListener('abort', end));
  });
}
