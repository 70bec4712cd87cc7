/** A body that still comes after this long is a stream. */
const LONGEST_BODY_MS = 10_000;

/** A request whose answer has begun. */
export interface AnsweredRequest {
  url: string;
  startedAt: number;
  end(at: number): void;
}

interface Pending extends AnsweredRequest {
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Finds out when bodies were received, from the browser's resource timing,
 * because nobody can watch a body without reading it.
 */
export class BodyEnds {
  #pending = new Set<Pending>();
  #isSupported: boolean;

  /** Starts listening; without resource timing, bodies end with headers. */
  constructor() {
    const types = globalThis.PerformanceObserver?.supportedEntryTypes;
    this.#isSupported = types?.includes('resource') ?? false;
    if (this.#isSupported) {
      new PerformanceObserver(list =>
        list.getEntries().forEach(entry => this.#onReceived(entry)),
      ).observe({ type: 'resource' });
    }
  }

  await(request: AnsweredRequest): void {
    const answeredAt = performance.now();
    if (!this.#isSupported) {
      request.end(answeredAt);
      return;
    }
    const pending: Pending = { ...request };
    this.#pending.add(pending);
    pending.timer = setTimeout(() => {
      this.#pending.delete(pending);
      request.end(answeredAt);
    }, LONGEST_BODY_MS);
  }

  #onReceived(entry: PerformanceEntry): void {
    const { name, startTime, duration } = entry;
    for (const pending of this.#pending) {
      if (pending.url === name && startTime >= pending.startedAt - 1) {
        clearTimeout(pending.timer);
        this.#pending.delete(pending);
        pending.end(startTime + duration);
        return;
      }
    }
  }
}
