import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { guarded } from '../guarded';
import type { Backoff } from './Backoff';
import type { BatchStore } from './BatchStore';
import { toChunks } from './chunks';
import type { OptOuts } from './OptOuts';
import { Outbox } from './Outbox';
import type { PostResult } from './post';
import type { StoredBatch } from './StoredBatch';
import { partUuid } from './uuid';

/** Browsers limit requests that outlive their page to 64 KB. */
const LEAVING_BUDGET = 60_000;

interface DeliveryOptions {
  store: BatchStore;
  optOuts: OptOuts;
  backoff: Backoff;
  /** Hash of the identity whose token the next request will use. */
  sender(): Promise<string>;
  post(batch: StoredBatch, keepalive: boolean): Promise<PostResult>;
  /** Asks the backend whether the user has opted out. */
  isOptedOut(): Promise<boolean>;
  /** Runs work while no other tab does. */
  exclusively(work: () => Promise<void>): Promise<void>;
  newBatchId(): string;
  /** Wall-clock time in milliseconds since the epoch. */
  now(): number;
}

/**
 * Collects events into immutable batches, and sends them until they are
 * confirmed. Batches are stored before they are sent, so that they survive
 * their page, and are only sent under the identity that they belong to. Nothing
 * is stored or sent about users who opted out.
 */
export class Delivery {
  #options: DeliveryOptions;
  #outbox = new Outbox(() => this.flush());
  #identity: string | undefined;
  #choice: boolean | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #isDraining = false;
  #mustDrainAgain = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Adds an event, which is sent within seconds after sign-in. */
  add(event: CollectedEvent): void {
    this.#outbox.add(event);
  }

  /** Sets the signed-in user, and sends events left by earlier pages. */
  start(identity: string): void {
    this.#identity = identity;
    if (this.#choice !== undefined) {
      this.setOptedOut(this.#choice);
    }
    this.#checkOptOut(identity);
    this.#outbox.schedule();
    this.#drain();
  }

  /** Stops or resumes reporting for the signed-in user. */
  setOptedOut(optedOut: boolean): void {
    const { store, optOuts } = this.#options;
    const identity = this.#identity;
    if (optedOut || this.#isOptedOut()) {
      this.#outbox.take();
    }
    this.#choice = optedOut;
    if (identity !== undefined) {
      optOuts.set(identity, optedOut);
    }
    if (identity !== undefined && optedOut) {
      store.forget(identity);
    }
  }

  #isOptedOut(): boolean {
    return this.#identity === undefined
      ? this.#choice === true
      : this.#options.optOuts.has(this.#identity);
  }

  /** Sends all pending events. */
  flush(): void {
    this.#seal();
    this.#drain();
  }

  /** Sends all pending events while the page is being unloaded. */
  leave(): void {
    let budget = LEAVING_BUDGET;
    for (const batch of this.#seal()) {
      budget -= JSON.stringify(batch).length;
      if (budget > 0 && !this.#retryTimer) {
        this.#sendIfOurs(batch);
      }
    }
  }

  #seal(): StoredBatch[] {
    const identity = this.#identity;
    if (identity === undefined) {
      return [];
    }
    const { store } = this.#options;
    const { events, overflow } = this.#outbox.take();
    if (this.#isOptedOut()) {
      this.#checkOptOut(identity);
      return [];
    }
    store.countDropped(identity, { reason: 'storage-full', count: overflow });
    const reports = events.length > 0 ? this.#reportDropped(identity) : [];
    const chunks = toChunks([...reports, ...events]);
    return chunks.map(chunk => this.#store(identity, chunk));
  }

  #reportDropped(identity: string): CollectedEvent[] {
    const { now, store } = this.#options;
    const at = new Date(now()).toISOString();
    const dropped = store.takeDropped(identity);
    return dropped.map(lost => ({ type: 'dropped-events', at, ...lost }));
  }

  #store(identity: string, events: CollectedEvent[]): StoredBatch {
    const { newBatchId, now, store } = this.#options;
    const sealedAt = now();
    const batch = { batchId: newBatchId(), identity, sealedAt, events };
    store.put(batch);
    return batch;
  }

  // The user may have opted in again in another browser.
  async #checkOptOut(identity: string): Promise<void> {
    const { optOuts, sender, isOptedOut } = this.#options;
    try {
      const isOurs = async () => (await sender()) === identity;
      if (
        optOuts.takeCheck(identity) &&
        (await isOurs()) &&
        !(await isOptedOut())
      ) {
        optOuts.set(identity, false);
      }
    } catch {
      // The session has ended; the choice stays as it is.
    }
  }

  async #sendIfOurs(batch: StoredBatch): Promise<void> {
    const { sender, post } = this.#options;
    try {
      if ((await sender()) === batch.identity) {
        this.#settle(batch, await post(batch, true));
      }
    } catch {
      // The session has ended; the batch stays in the store.
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
    const { sender, post } = this.#options;
    while (!this.#retryTimer) {
      const batch = this.#next(await sender());
      if (!batch) {
        return;
      }
      this.#settle(batch, await post(batch, false));
    }
  }

  #next(identity: string): StoredBatch | undefined {
    const { store, optOuts } = this.#options;
    if (optOuts.has(identity)) {
      store.forget(identity);
    }
    return store.next(identity);
  }

  #settle(batch: StoredBatch, result: PostResult): void {
    const { store, optOuts, backoff } = this.#options;
    switch (result.outcome) {
      case 'later':
        this.#pause(result.retryAfterMs);
        return;
      case 'too-large':
        this.#split(batch);
        break;
      case 'refused':
        store.drop(batch, 'refused');
        break;
      case 'opted-out':
        optOuts.set(batch.identity, true);
        store.forget(batch.identity);
        break;
      default:
        store.remove(batch);
    }
    backoff.reset();
  }

  #split(batch: StoredBatch): void {
    const { store } = this.#options;
    const { events, batchId } = batch;
    if (events.length === 1) {
      store.drop(batch, 'refused');
      return;
    }
    const middle = Math.ceil(events.length / 2);
    const halves = [events.slice(0, middle), events.slice(middle)];
    for (const [part, half] of halves.entries()) {
      store.put({ ...batch, batchId: partUuid(batchId, part), events: half });
    }
    store.remove(batch);
  }

  #pause(askedMs: number | undefined): void {
    clearTimeout(this.#retryTimer);
    const delay = this.#options.backoff.next(askedMs);
    const resume = guarded(() => {
      this.#retryTimer = undefined;
      this.#drain();
    });
    this.#retryTimer = setTimeout(resume, delay);
  }
}
