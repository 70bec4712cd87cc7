/** A body that takes longer is a stream. */
const LONGEST_BODY_MS = 10_000;
/** How many completed requests to remember. */
const MEMORY = 50;

/** A request whose response has started. */
interface AnsweredRequest {
  /** Empty if the response did not come from a server. */
  url: string;
  startedAt: number;
  /** The body was received. */
  end(at: number): void;
  /** The body is a stream. */
  stream(answeredAt: number): void;
}

interface Pending extends AnsweredRequest {
  timer?: ReturnType<typeof setTimeout>;
}

function isOf(entry: PerformanceEntry, request: AnsweredRequest): boolean {
  const { name, startTime } = entry;
  return name === request.url && startTime >= request.startedAt - 1;
}

function endOf(entry: PerformanceEntry): number {
  return entry.startTime + entry.duration;
}

/**
 * Detects when bodies were received, using resource timing, because observing a
 * body would consume it.
 */
export class BodyEnds {
  #pending = new Set<Pending>();
  #received: PerformanceEntry[] = [];
  #isSupported: boolean;

  /** Starts observing. Without resource timing, bodies end with the headers. */
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
    // For short responses, the timing may arrive before the response itself.
    const index = this.#received.findIndex(entry => isOf(entry, request));
    if (index >= 0) {
      const [entry] = this.#received.splice(index, 1);
      request.end(endOf(entry));
    } else if (this.#isSupported && request.url !== '') {
      this.#expect(request, answeredAt);
    } else {
      request.end(answeredAt);
    }
  }

  #expect(request: AnsweredRequest, answeredAt: number): void {
    const pending: Pending = { ...request };
    this.#pending.add(pending);
    pending.timer = setTimeout(() => {
      this.#pending.delete(pending);
      request.stream(answeredAt);
    }, LONGEST_BODY_MS);
  }

  #onReceived(entry: PerformanceEntry): void {
    for (const pending of this.#pending) {
      if (isOf(entry, pending)) {
        clearTimeout(pending.timer);
        this.#pending.delete(pending);
        pending.end(endOf(entry));
        return;
      }
    }
    this.#received.push(entry);
    this.#received.splice(0, Math.max(this.#received.length - MEMORY, 0));
  }
}
