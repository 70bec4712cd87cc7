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
/** Batches that came while another group was stored have waited already. */
const MAX_EVENTS_PER_COMMIT = 4_000;
const MAX_HELD_EVENTS = 20_000;
/** Of one person: two of the largest batches. */
const MAX_HELD_EVENTS_OF_ONE = 1_000;

interface Waiting {
  batch: SubmittedBatch;
  resolve(outcome: BatchOutcome): void;
  reject(error: unknown): void;
}

/**
 * Group commit: requests gather for a moment and share a transaction. While some
 * groups are stored, the next one gathers, and people take turns in it. A
 * request is answered only after its batch is stored; one that nobody waits for
 * any more leaves, unless it is being stored.
 */
export class BatchQueue {
  readonly #waiting = new Lines<Waiting>();
  #waitingEvents = 0;
  /** Waiting or being stored. */
  #heldEvents = 0;
  readonly #heldOfPerson = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  /** Whether those that wait have gathered for long enough. */
  #due = false;
  readonly #committing = new Set<Promise<void>>();

  /**
   * @param atOnce - how many groups are stored at the same time. While this
   * process is busy with requests, a database server has nothing to do but what
   * it was given before: with one group it would wait for each next statement.
   */
  constructor(
    private readonly committer: Pick<BatchCommitter, 'commit'>,
    private readonly atOnce = 1,
  ) {}

  /**
   * @param signal - aborted when nobody waits for the answer any more
   * @throws ServiceUnavailableError while too much is waiting already
   * @throws TooManyRequestsError while too much of this person is
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

  /** @param sign - 1 for a batch that comes, -1 for one that goes */
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

  /** Resolves when everything submitted so far is stored or refused. */
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
    // Those for whom the timer was set may be stored already, with others.
    if (this.#waiting.size === 0) {
      return;
    }
    this.#due = true;
    if (this.#committing.size < this.atOnce) {
      const committing = this.#commitDue().finally(() => {
        this.#committing.delete(committing);
        // What became due after the last look must not wait for more to come.
        if (this.#due) {
          this.#start();
        }
      });
      this.#committing.add(committing);
    }
  }

  async #commitDue(): Promise<void> {
    for (;;) {
      // Lets in what has arrived already: SQLite stores without giving way.
      await turn();
      // Meanwhile another group may have taken all that was due.
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

  // A batch that the database refuses must not take the others with it. A
  // database that cannot be reached has refused none of them: asking it once
  // for each would only make everybody wait longer.
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

// A batch took work even if none of its events can be counted.
function sizeOf({ events, rejected }: SubmittedBatch): number {
  return Math.max(1, events.length + rejected);
}
