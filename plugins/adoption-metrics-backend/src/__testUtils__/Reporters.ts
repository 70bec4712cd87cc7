import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  BatchOutcome,
  CollectedEvent,
} from 'backstage-plugin-adoption-metrics-common';
import { Step } from './workload';

const PAUSE_AFTER_FAILURE_MS = 25;

/** A batch that was sent at least once, and what is known of it. */
export interface SentBatch {
  batchId: string;
  person: number;
  events: CollectedEvent[];
  /** The first answer; a batch without one may or may not be stored. */
  outcome?: BatchOutcome;
}

/** What became of one request: an HTTP status, or none for a lost connection. */
type RequestResult = number | 'no answer';

/**
 * Browsers of several people that report at the same time, as fast as they are
 * answered, and send a part of their batches again, answered or not.
 */
export class Reporters {
  readonly sent: SentBatch[] = [];
  readonly results = new Map<RequestResult, number>();
  /** How long each request took that was answered with success, in ms. */
  readonly latencies: number[] = [];
  /** Answers to a batch sent again that differ from the first one. */
  readonly contradictions: BatchOutcome[] = [];
  readonly #inFlight = new Set<Promise<RequestResult>>();
  readonly #unconfirmed = new Set<SentBatch>();
  readonly #waiting: Array<{ count: number; resolve(): void }> = [];
  #acknowledgements = 0;
  #running: Array<Promise<void>> = [];
  #stopped = false;

  constructor(
    private readonly options: {
      url: string;
      /** A token for each person. */
      tokens: string[];
      steps: Step[];
      concurrency: number;
      /** How long each of them waits between two requests, in ms; not at all by default. */
      pauseMs?: number;
      /** How much later than in the steps events happened, in ms. */
      lateBy?(): number;
    },
  ) {}

  start(): void {
    this.#stopped = false;
    const { concurrency } = this.options;
    this.#running = Array.from({ length: concurrency }, (_, index) =>
      this.#run(index),
    );
  }

  /** Resolves when nobody sends any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  /** Resolves after this many more requests have been answered with success. */
  acknowledge(more: number): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push({ count: this.#acknowledgements + more, resolve });
    });
  }

  /** The requests that have not been answered yet. */
  inFlight(): Array<Promise<RequestResult>> {
    return [...this.#inFlight];
  }

  async #run(first: number): Promise<void> {
    const { steps, concurrency } = this.options;
    for (let index = first; !this.#stopped; index += concurrency) {
      const step = steps[index % steps.length];
      const again = this.#chooseAgain(step);
      if (again) {
        await this.#send(again);
      }
      const batch = this.#batchOf(step);
      this.sent.push(batch);
      await this.#send(batch);
    }
  }

  #batchOf({ person, events }: Step): SentBatch {
    const { lateBy } = this.options;
    const ms = lateBy?.() ?? 0;
    const moved = events.map(event => {
      const at = new Date(Date.parse(event.at) + ms).toISOString();
      return { ...event, at };
    });
    return { batchId: randomUUID(), person, events: lateBy ? moved : events };
  }

  #chooseAgain({ chance, choice }: Step): SentBatch | undefined {
    if (chance < 40) {
      return [...this.#unconfirmed][choice % this.#unconfirmed.size];
    }
    return chance < 55 ? this.sent[choice % this.sent.length] : undefined;
  }

  async #send(batch: SentBatch): Promise<void> {
    const from = performance.now();
    const request = this.#post(batch);
    this.#inFlight.add(request);
    const result = await request;
    if (result === 200) {
      this.latencies.push(performance.now() - from);
    }
    this.#inFlight.delete(request);
    this.results.set(result, (this.results.get(result) ?? 0) + 1);
    const { pauseMs = 0 } = this.options;
    const pause = result === 200 ? pauseMs : PAUSE_AFTER_FAILURE_MS + pauseMs;
    if (pause > 0) {
      await delay(pause);
    }
  }

  async #post(batch: SentBatch): Promise<RequestResult> {
    this.#unconfirmed.add(batch);
    const { batchId, events, person } = batch;
    try {
      const response = await fetch(this.options.url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.options.tokens[person]}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ batchId, events }),
      });
      const answer = await response.json();
      if (response.ok) {
        this.#confirm(batch, answer);
      }
      return response.status;
    } catch {
      return 'no answer';
    }
  }

  #confirm(batch: SentBatch, outcome: BatchOutcome): void {
    batch.outcome ??= outcome;
    this.#unconfirmed.delete(batch);
    if (JSON.stringify(batch.outcome) !== JSON.stringify(outcome)) {
      this.contradictions.push(outcome);
    }
    this.#acknowledgements++;
    const due = this.#waiting.filter(
      ({ count }) => count <= this.#acknowledgements,
    );
    for (const waiting of due) {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve();
    }
  }
}
