/** A running read, and how many callers wait for it. */
interface RunningRead {
  answer: Promise<object>;
  readers: number;
  controller: AbortController;
}

/**
 * Concurrent identical reads share one computation, which is aborted once all
 * of their callers are gone.
 */
export class SharedReads {
  readonly #running = new Map<string, RunningRead>();

  /**
   * @param key - identifies the response
   * @throws the reason of the signal once it is aborted
   */
  async read(
    key: string,
    signal: AbortSignal,
    begin: (signal: AbortSignal) => Promise<object>,
  ): Promise<object> {
    signal.throwIfAborted();
    const running = this.#running.get(key) ?? this.#begin(key, begin);
    running.readers++;
    try {
      return await untilGone(running.answer, signal);
    } finally {
      running.readers--;
      if (running.readers === 0) {
        this.#end(key, running);
        running.controller.abort();
      }
    }
  }

  #begin(
    key: string,
    begin: (signal: AbortSignal) => Promise<object>,
  ): RunningRead {
    const controller = new AbortController();
    const answer = begin(controller.signal);
    const running = { answer, controller, readers: 0 };
    this.#running.set(key, running);
    const end = () => this.#end(key, running);
    answer.then(end, end);
    return running;
  }

  #end(key: string, running: RunningRead): void {
    if (this.#running.get(key) === running) {
      this.#running.delete(key);
    }
  }
}

async function untilGone<T>(
  answer: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let leave = () => {};
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
  });
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([answer, gone]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
