import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { guarded } from '../guarded';

const FLUSH_AFTER_MS = 5_000;
const FLUSH_AT_EVENTS = 20;
const MAX_EVENTS = 500;

/** Events that are not in a batch yet, for some seconds at most. */
export class Outbox {
  #events: CollectedEvent[] = [];
  #overflow = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onDue: () => void;

  /** @param onDue - called when the events ought to be taken */
  constructor(onDue: () => void) {
    this.#onDue = guarded(onDue);
  }

  add(event: CollectedEvent): void {
    this.#events.push(event);
    if (this.#events.length > MAX_EVENTS) {
      this.#events.shift();
      this.#overflow += 1;
    }
    this.schedule();
    if (this.#events.length >= FLUSH_AT_EVENTS) {
      this.#onDue();
    }
  }

  /** Lets the events be taken within seconds. */
  schedule(): void {
    if (this.#events.length > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#onDue();
      }, FLUSH_AFTER_MS);
    }
  }

  /** The events, and how many older ones there was no room for. */
  take(): { events: CollectedEvent[]; overflow: number } {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const taken = { events: this.#events, overflow: this.#overflow };
    this.#events = [];
    this.#overflow = 0;
    return taken;
  }
}
