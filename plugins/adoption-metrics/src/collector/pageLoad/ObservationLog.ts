import type { Observation, Observer } from './observations';

const CAPACITY = 500;

/**
 * Keeps early observations until somebody wants them, so that the part that
 * understands them can be loaded late.
 */
export class ObservationLog {
  #early: Observation[] = [];
  #observer: Observer | undefined;
  #isClosed = false;

  // Runs inside the page's own calls, so a fault must not reach them.
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

  /** Hands over what was kept, then everything as it comes. */
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

  /** Forgets everything, for good. */
  close(): void {
    this.#isClosed = true;
    this.#early = [];
    this.#observer = undefined;
  }
}
