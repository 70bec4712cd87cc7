import { setImmediate as turn } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { isUnavailable } from '../database';
import { TooManyRequestsError } from '../http';
import { BatchCommitter } from './BatchCommitter';
import { Lines } from './Lines';
import { SubmittedBatch } from './SubmittedBatch';

const GATHER_MS = 25;
const GATHER_EVENTS = 1_000;
/** Batches that arrived during another commit do not wait any longer. */
const MAX_EVENTS_PER_COMMIT = 4_000;
const MAX_HELD_EVENTS = 20_000;
/** Two of the largest batches. */
const MAX_HELD_EVENTS_OF_ONE = 1_000;

interface Waiting {
  batch: SubmittedBatch;
  resolve(outcome: BatchOutcome): void;
  reject(error: unknown): void;
}

/**
 * Group commit: batches are collected for a moment and share a transaction.
 * While some groups are being stored, the next one is collected, with people
 * taking turns. A request is answered after its batch is stored. If its client
 * disconnects first, the batch leaves the queue.
 */
export class BatchQueue {
  readonly #waiting = new Lines<Waiting>();
  #waitingEvents = 0;
  /** Waiting or being stored. */
  #heldEvents = 0;
  readonly #heldOfPerson = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  /** Whether the waiting batches have been collected for long enough. */
  #due = false;
  readonly #committing = new Set<Promise<void>>();

  /**
   * @param atOnce - the number of concurrent commits. With a single one, a
   * database server would idle whenever this process is busy with requests.
   */
  constructor(
    private readonly committer: Pick<BatchCommitter, 'commit'>,
    private readonly atOnce = 1,
  ) {}

  /**
   * @param signal - aborted once the client is gone
   * @throws ServiceUnavailableError if the queue is full
   * @throws TooManyRequestsError if too much of this person is queued
   */
  submit(batch: SubmittedBatch, signal?: AbortSignal): Promise<BatchOutcome> {
    signal?.throwIfAborted();
    this.#checkRoom(batch);
    return new Promise((resolve, reject) => {
      const waiting = { batch, resolve, reject };
      this.#waiting.add(batch.pseudonym, waiting);
      this.#waitingEvents += batch.events.length;
      this.#hold(batch, 1);
      signal?.addEventListener('abort', () =>
        this.#leave(waiting, signal.reason),
      );
      this.#gather();
    });
  }

  #checkRoom(batch: SubmittedBatch): void {
    const size = sizeOf(batch);
    if (this.#heldEvents + size > MAX_HELD_EVENTS) {
      throw new ServiceUnavailableError(
        'Too many events are waiting to be stored; try again in a few seconds',
      );
    }
    const own = this.#heldOfPerson.get(batch.pseudonym) ?? 0;
    if (own > 0 && own + size > MAX_HELD_EVENTS_OF_ONE) {
      throw new TooManyRequestsError(
        `More than ${MAX_HELD_EVENTS_OF_ONE} of your events are waiting to be stored; wait for a response before sending more`,
        1,
      );
    }
  }

  /**
   * @param sign - 1 for a batch that arrives, -1 for one that leaves
   */
  #hold(batch: SubmittedBatch, sign: 1 | -1): void {
    const { pseudonym } = batch;
    const change = sign * sizeOf(batch);
    this.#heldEvents += change;
    const own = (this.#heldOfPerson.get(pseudonym) ?? 0) + change;
    if (own > 0) {
      this.#heldOfPerson.set(pseudonym, own);
    } else {
      this.#heldOfPerson.delete(pseudonym);
    }
  }

  #leave(waiting: Waiting, reason: unknown): void {
    const { batch, reject } = waiting;
    if (this.#waiting.remove(batch.pseudonym, waiting)) {
      this.#waitingEvents -= batch.events.length;
      this.#hold(batch, -1);
      reject(reason);
    }
  }

  /** Resolves once all queued batches are stored or rejected. */
  async flush(): Promise<void> {
    while (this.#waiting.size > 0 || this.#committing.size > 0) {
      this.#start();
      await Promise.all(this.#committing);
    }
  }

  #gather() {
    if (this.#waitingEvents >= GATHER_EVENTS) {
      this.#start();
      return;
    }
    this.#timer ??= setTimeout(() => this.#start(), GATHER_MS);
  }

  #start() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The batches for which the timer was set may already be stored.
    if (this.#waiting.size === 0) {
      return;
    }
    this.#due = true;
    if (this.#committing.size < this.atOnce) {
      const committing = this.#commitDue().finally(() => {
        this.#committing.delete(committing);
        // Batches that became due in the meantime must not wait for more.
        if (this.#due) {
          this.#start();
        }
      });
      this.#committing.add(committing);
    }
  }

  async #commitDue(): Promise<void> {
    for (;;) {
      // Accepts requests that have already arrived, because storing on SQLite
      // is synchronous.
      await turn();
      // Another group may have taken all due batches in the meantime.
      if (!this.#due || this.#waiting.size === 0) {
        return;
      }
      const group = this.#takeGroup();
      this.#due = this.#waiting.size > 0;
      await this.#run(group);
    }
  }

  #takeGroup(): Waiting[] {
    const group: Waiting[] = [];
    let events = 0;
    for (const waiting of this.#waiting.take()) {
      group.push(waiting);
      events += waiting.batch.events.length;
      if (events >= MAX_EVENTS_PER_COMMIT) {
        break;
      }
    }
    this.#waitingEvents -= events;
    return group;
  }

  async #run(group: Waiting[]): Promise<void> {
    try {
      const outcomes = await this.committer.commit(
        group.map(({ batch }) => batch),
      );
      group.forEach(({ resolve }, index) => resolve(outcomes[index]));
    } catch (error) {
      await this.#runAlone(group, error);
    } finally {
      for (const { batch } of group) {
        this.#hold(batch, -1);
      }
    }
  }

  // One batch that the database rejects must not fail the whole group. If the
  // database is unavailable, retrying each batch would only take longer.
  async #runAlone(group: Waiting[], groupError: unknown): Promise<void> {
    const hopeless = group.length === 1 || isUnavailable(groupError);
    for (const { batch, resolve, reject } of group) {
      if (hopeless) {
        reject(groupError);
        continue;
      }
      try {
        resolve((await this.committer.commit([batch]))[0]);
      } catch (error) {
        reject(error);
      }
    }
  }
}

// Even a batch without valid events takes some work.
function sizeOf({ events, rejected }: SubmittedBatch): number {
  return Math.max(1, events.length + rejected);
}
