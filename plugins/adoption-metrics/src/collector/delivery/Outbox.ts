import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { guarded } from '../guarded';

const FLUSH_AFTER_MS = 5_000;
const FLUSH_AT_EVENTS = 20;
const MAX_EVENTS = 500;

/** Buffers events for a few seconds before they become a batch. */
export class Outbox {
  #events: CollectedEvent[] = [];
  #overflow = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onDue: () => void;

  /**
   * @param onDue - called when the events should be sent
   */
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

  /** Schedules sending within seconds. */
  schedule(): void {
    if (this.#events.length > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#onDue();
      }, FLUSH_AFTER_MS);
    }
  }

  /** Takes the events, and the number of older ones that did not fit. */
  take(): { events: CollectedEvent[]; overflow: number } {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const taken = { events: this.#events, overflow: this.#overflow };
    this.#events = [];
    this.#overflow = 0;
    return taken;
  }
}
