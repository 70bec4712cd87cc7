import type { Observation, Observer } from './observations';

const CAPACITY = 500;

/** Buffers early observations until the part that processes them is loaded. */
export class ObservationLog {
  #early: Observation[] = [];
  #observer: Observer | undefined;
  #isClosed = false;

  // Called from within the page's own calls, so errors must not escape.
  readonly observe: Observer = observation => {
    try {
      this.#take(observation);
    } catch {
      this.close();
    }
  };

  #take(observation: Observation): void {
    if (this.#observer) {
      this.#observer(observation);
    } else if (!this.#isClosed) {
      this.#early.push(observation);
      this.#early.splice(0, this.#early.length - CAPACITY);
    }
  }

  /** Passes on buffered observations, and then new ones as they arrive. */
  connect(observer: Observer): void {
    if (this.#isClosed) {
      return;
    }
    const early = this.#early;
    this.#early = [];
    this.#observer = observer;
    for (const observation of early) {
      this.observe(observation);
    }
  }

  isClosed(): boolean {
    return this.#isClosed;
  }

  /** Discards everything, permanently. */
  close(): void {
    this.#isClosed = true;
    this.#early = [];
    this.#observer = undefined;
  }
}
