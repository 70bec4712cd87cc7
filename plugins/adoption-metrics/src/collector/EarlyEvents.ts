import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Holdings, keep } from './delivery/holdings';

const MAX_EVENTS = 200;

/** Buffers events until the part that sends them is loaded. */
export class EarlyEvents {
  #holdings: Holdings;
  #events: CollectedEvent[] = [];
  #identity: string | undefined;

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
    holdings.identities.ofDocument().then(
      identity => {
        this.#identity = identity;
      },
      () => {
        // Nobody is signed in, so there is nothing to keep.
      },
    );
  }

  add(event: CollectedEvent): void {
    if (this.#events.length < MAX_EVENTS) {
      this.#events.push(event);
    }
  }

  take(): CollectedEvent[] {
    return this.#events.splice(0);
  }

  /** Leaves the events to the user's next document. */
  keep(): void {
    if (this.#identity !== undefined) {
      keep(this.#holdings, this.#identity, this.take());
    }
  }
}
