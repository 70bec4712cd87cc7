import type { LongPolls } from './LongPolls';

/** A request that starts longer after the others is not part of the load. */
const CAUSE_MS = 5_000;

/** How often a URL can be repeated before it counts as polling. */
const ANSWERS_BEFORE_POLLING = { safe: 1, unsafe: 3 };

/**
 * The same for URLs that only differ in their query, such as pages of a list.
 */
const PAGES_BEFORE_POLLING = 10;

function pathOf(address: string): string {
  return address.split('?', 1)[0];
}

function isSafe(address: string): boolean {
  return /^(GET|HEAD|SCRIPT) /.test(address);
}

/**
 * Separates the requests of a load from polling and timers. A request belongs
 * to the load if it starts shortly after the load or another one of its
 * requests, and does not repeat one that was already answered.
 */
export class RequestAttribution {
  #longPolls: LongPolls;
  #open = new Map<number, string>();
  #answers = new Map<string, number>();
  #lastCause: number;
  #lastEnd: number | undefined;

  constructor(watchedFrom: number, longPolls: LongPolls) {
    this.#longPolls = longPolls;
    this.#lastCause = watchedFrom;
  }

  start(request: { at: number; id: number; address: string }): void {
    const { at, id, address } = request;
    if (this.mayGrow(at) && !this.#isPolling(address)) {
      this.#open.set(id, address);
      this.#lastCause = Math.max(this.#lastCause, at);
    }
  }

  /** Whether the completed request belongs to the load. */
  end(request: { at: number; id: number }): boolean {
    const address = this.#open.get(request.id);
    if (address === undefined) {
      return false;
    }
    this.#open.delete(request.id);
    new Set([address, pathOf(address)]).forEach(key => this.#countAnswer(key));
    this.#lastEnd = Math.max(this.#lastEnd ?? 0, request.at);
    this.#lastCause = Math.max(this.#lastCause, request.at);
    return true;
  }

  /** Open requests of the load, by id. */
  open(): ReadonlyMap<number, string> {
    return this.#open;
  }

  /** Whether a request that starts now can belong to the load. */
  mayGrow(at: number): boolean {
    return this.#open.size > 0 || at - this.#lastCause <= CAUSE_MS;
  }

  lastEnd(): number | undefined {
    return this.#lastEnd;
  }

  #countAnswer(key: string): void {
    this.#answers.set(key, (this.#answers.get(key) ?? 0) + 1);
  }

  #isPolling(address: string): boolean {
    const limit = ANSWERS_BEFORE_POLLING[isSafe(address) ? 'safe' : 'unsafe'];
    const path = pathOf(address);
    const isPage = path !== address;
    return (
      this.#longPolls.has(address) ||
      this.#answersOf(address) >= limit ||
      (isPage && this.#answersOf(path) >= PAGES_BEFORE_POLLING)
    );
  }

  #answersOf(key: string): number {
    return this.#answers.get(key) ?? 0;
  }
}
