const INTERVAL_MS = 100;

/** Watches how far the heap of this process grows. */
export class WatchedHeap {
  readonly #before: number;
  readonly #timer: NodeJS.Timeout;
  #most: number;

  constructor() {
    global.gc!();
    this.#before = process.memoryUsage().heapUsed;
    this.#most = this.#before;
    this.#timer = setInterval(() => this.#look(), INTERVAL_MS);
  }

  /** Garbage that was not collected yet counts as well. */
  stop(): number {
    clearInterval(this.#timer);
    this.#look();
    return this.#most - this.#before;
  }

  #look(): void {
    this.#most = Math.max(this.#most, process.memoryUsage().heapUsed);
  }
}
