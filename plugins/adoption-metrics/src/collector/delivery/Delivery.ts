import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import type { Backoff } from './Backoff';
import type { BatchStore } from './BatchStore';
import { toChunks } from './chunks';
import type { PostResult } from './post';
import type { StoredBatch } from './StoredBatch';
import { partUuid } from './uuid';

const FLUSH_AFTER_MS = 5_000;
const FLUSH_AT_EVENTS = 20;
const MAX_WAITING_EVENTS = 500;
/** Browsers refuse more than 64 KB of requests that outlive their page. */
const LEAVING_BUDGET = 60_000;

export interface DeliveryOptions {
  store: BatchStore;
  backoff: Backoff;
  /** Hash of whose token the next request gets. */
  sender(): Promise<string>;
  post(batch: StoredBatch, keepalive: boolean): Promise<PostResult>;
  /** Runs the work while no other tab of the portal does. */
  exclusively(work: () => Promise<void>): Promise<void>;
  newBatchId(): string;
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
}

/**
 * Gathers events into immutable batches and sends each until it is answered.
 * Batches are stored before they are sent, so none is lost with its page, and
 * go only under the identity they were captured under.
 */
export class Delivery {
  #options: DeliveryOptions;
  #waiting: CollectedEvent[] = [];
  #identity: string | undefined;
  #flushTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #isDraining = false;
  #mustDrainAgain = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Takes an event; it is sent within seconds of the sign-in. */
  add(event: CollectedEvent): void {
    this.#waiting.push(event);
    this.#waiting.splice(0, this.#waiting.length - MAX_WAITING_EVENTS);
    this.#scheduleFlush();
    if (this.#waiting.length >= FLUSH_AT_EVENTS) {
      this.flush();
    }
  }

  /** Says who is signed in; also sends what earlier pages left behind. */
  start(identity: string): void {
    this.#identity = identity;
    this.#drain();
    if (this.#waiting.length > 0) {
      this.#scheduleFlush();
    }
  }

  /** Sends everything now. */
  flush(): void {
    this.#seal();
    this.#drain();
  }

  /** Sends everything as the page may be gone at any moment. */
  leave(): void {
    let budget = LEAVING_BUDGET;
    for (const batch of this.#seal()) {
      budget -= JSON.stringify(batch).length;
      if (budget > 0 && !this.#retryTimer) {
        this.#sendIfOurs(batch);
      }
    }
  }

  #scheduleFlush(): void {
    this.#flushTimer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
  }

  #seal(): StoredBatch[] {
    clearTimeout(this.#flushTimer);
    this.#flushTimer = undefined;
    const identity = this.#identity;
    if (identity === undefined) {
      return [];
    }
    const sealedAt = this.#options.now();
    const batches = toChunks(this.#waiting).map(events => {
      const batchId = this.#options.newBatchId();
      return { batchId, identity, sealedAt, events };
    });
    this.#waiting = [];
    for (const batch of batches) {
      this.#options.store.put(batch);
    }
    return batches;
  }

  async #sendIfOurs(batch: StoredBatch): Promise<void> {
    const { sender, post } = this.#options;
    try {
      if ((await sender()) === batch.identity) {
        this.#settle(batch, await post(batch, true));
      }
    } catch {
      // No session any more: the batch waits in the store.
    }
  }

  async #drain(): Promise<void> {
    this.#mustDrainAgain = true;
    if (this.#isDraining || this.#retryTimer || !this.#identity) {
      return;
    }
    this.#isDraining = true;
    try {
      while (this.#mustDrainAgain && !this.#retryTimer) {
        this.#mustDrainAgain = false;
        await this.#options.exclusively(() => this.#sendAll());
      }
    } catch {
      this.#pause(undefined);
    } finally {
      this.#isDraining = false;
    }
  }

  async #sendAll(): Promise<void> {
    const { store, sender, post } = this.#options;
    while (!this.#retryTimer) {
      const batch = store.next(await sender());
      if (!batch) {
        return;
      }
      this.#settle(batch, await post(batch, false));
    }
  }

  #settle(batch: StoredBatch, result: PostResult): void {
    if (result.outcome === 'later') {
      this.#pause(result.retryAfterMs);
      return;
    }
    if (result.outcome === 'too-large') {
      this.#split(batch);
    }
    this.#options.store.remove(batch);
    this.#options.backoff.reset();
  }

  // A batch of one event that is too large cannot be helped.
  #split(batch: StoredBatch): void {
    const { events } = batch;
    const middle = Math.ceil(events.length / 2);
    const halves = [events.slice(0, middle), events.slice(middle)];
    for (const [part, half] of halves.entries()) {
      if (events.length > 1) {
        const batchId = partUuid(batch.batchId, part);
        this.#options.store.put({ ...batch, batchId, events: half });
      }
    }
  }

  #pause(askedMs: number | undefined): void {
    clearTimeout(this.#retryTimer);
    const delay = this.#options.backoff.next(askedMs);
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined;
      this.#drain();
    }, delay);
  }
}
