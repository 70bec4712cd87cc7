import type { LongPolls } from './LongPolls';

/** A request later than this after any other of its load was not part of it. */
const CAUSE_MS = 5_000;

/** How often the same address may be asked again before it is polling. */
const ANSWERS_BEFORE_POLLING = { safe: 1, unsafe: 3 };

/** The same for addresses that differ in their query only, such as pages. */
const PAGES_BEFORE_POLLING = 10;

function pathOf(address: string): string {
  return address.split('?', 1)[0];
}

function isSafe(address: string): boolean {
  return /^(GET|HEAD|SCRIPT) /.test(address);
}

/**
 * Distinguishes the requests that a load began from those of pollers and timers that
 * run beside it: a request belongs to the load if it follows the load's start
 * or another of its requests closely, and does not repeat one already
 * answered.
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

  /** Whether the request that ended belonged to the load. */
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

  /** The open requests of the load with their addresses. */
  open(): ReadonlyMap<number, string> {
    return this.#open;
  }

  /** Whether a request that begins now can belong to the load. */
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
