/** A request later than this after any other of its load was not part of it. */
const CAUSE_MS = 5_000;

/** How often the same address may be asked again before it is polling. */
const ANSWERS_BEFORE_POLLING = { safe: 1, unsafe: 3 };

function isSafe(address: string): boolean {
  return /^(GET|HEAD|SCRIPT) /.test(address);
}

/**
 * Tells the requests that a load began from those of pollers and timers that
 * run beside it: a request belongs to the load if it follows the load's start
 * or another of its requests closely, and does not repeat one already
 * answered.
 */
export class RequestAttribution {
  #open = new Map<number, string>();
  #answers = new Map<string, number>();
  #lastCause: number;
  #lastEnd: number | undefined;

  constructor(watchedFrom: number) {
    this.#lastCause = watchedFrom;
  }

  start(request: { at: number; id: number; address: string }): void {
    const { at, id, address } = request;
    const isCaused = this.hasOpen() || at - this.#lastCause <= CAUSE_MS;
    if (isCaused && !this.#isPolling(address)) {
      this.#open.set(id, address);
      this.#lastCause = Math.max(this.#lastCause, at);
    }
  }

  /** Whether the request that ended belonged to the load. */
  end(request: { at: number; id: number }): boolean {
    const address = this.#open.get(request.id);
    if (address === undefined) {
      return false;
    }
    this.#open.delete(request.id);
    this.#answers.set(address, (this.#answers.get(address) ?? 0) + 1);
    this.#lastEnd = Math.max(this.#lastEnd ?? 0, request.at);
    this.#lastCause = Math.max(this.#lastCause, request.at);
    return true;
  }

  hasOpen(): boolean {
    return this.#open.size > 0;
  }

  lastEnd(): number | undefined {
    return this.#lastEnd;
  }

  #isPolling(address: string): boolean {
    const limit = ANSWERS_BEFORE_POLLING[isSafe(address) ? 'safe' : 'unsafe'];
    return (this.#answers.get(address) ?? 0) >= limit;
  }
}
