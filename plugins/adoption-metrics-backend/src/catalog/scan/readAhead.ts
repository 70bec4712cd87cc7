/**
 * Asks for the next item while the current one is worked on, and no further.
 */
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
  // A failure surfaces when its turn comes, or never if the consumer stops.
  item.catch(() => {});
  return item;
}
