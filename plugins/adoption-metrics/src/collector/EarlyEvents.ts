import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Holdings, keep } from './delivery/holdings';

const MAX_EVENTS = 200;

/** Events from before the part is loaded that sends them. */
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
        // Nobody signed in, so there is nobody to keep anything for.
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

  /** Leaves the events to the next document of the same person. */
  keep(): void {
    if (this.#identity !== undefined) {
      keep(this.#holdings, this.#identity, this.take());
    }
  }
}
