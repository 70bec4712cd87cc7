/** Requests the next item while the current one is being processed. */
export async function* readAhead<T>(source: AsyncIterable<T>) {
  const iterator = source[Symbol.asyncIterator]();
  try {
    let upcoming = ask(iterator);
    for (;;) {
      const { done, value } = await upcoming;
      if (done) {
        return;
      }
      upcoming = ask(iterator);
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

function ask<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>> {
  const item = iterator.next();
  // The error is thrown when its turn comes, or never if iteration stops.
  item.catch(() => {});
  return item;
}
