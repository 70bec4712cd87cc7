import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { ServiceUnavailableError } from '@backstage/errors';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { TooManyRequestsError } from '../http';
import {
  GuestVisits,
  isGuest,
  NameShapes,
  Pseudonymizer,
  SecretLinker,
} from '../people';
import { Counters } from '../telemetry';
import { BatchQueue } from './BatchQueue';
import { IngestBudgets, PersonUse, Spending } from './budgets';
import {
  countPageLoads,
  EventEnvelope,
  ParsedBatch,
  parseBatch,
} from './parseBatch';
import { AgreedClock } from '../time';

/** Accepts batches of events from browsers. */
export class EventIngest {
  readonly #shapes = new NameShapes();

  constructor(
    private readonly options: {
      clock: Clock & Partial<Pick<AgreedClock, 'isSet' | 'isCertain'>>;
      pseudonymize: Pseudonymizer;
      /**
       * Links people who are stored under a previous secret, before anything
       * else is stored about them.
       */
      linker?: Pick<SecretLinker, 'link' | 'isDone'>;
      guests?: Pick<GuestVisits, 'note'>;
      queue: Pick<BatchQueue, 'submit'>;
      /** Daily limits per person; unlimited without them. */
      budgets?: IngestBudgets;
      /**
       * Called with the pseudonym of a person whose batch could not be stored.
       * Not called when a person exceeds limits or disconnects, because that
       * does not mean that others cannot report.
       */
      noteFailure?(pseudonym: string): void;
      telemetry?: Pick<Counters, 'batches' | 'events'>;
    },
  ) {}

  /**
   * Admits a request before its body is read.
   *
   * @returns to be called after the request
   * @throws TooManyRequestsError if the person has exceeded a limit
   */
  enter(entityRef: string): () => void {
    try {
      return this.options.budgets?.enter(entityRef) ?? (() => {});
    } catch (error) {
      this.options.telemetry?.batches('rejected', 1);
      throw error;
    }
  }

  /**
   * @param entityRef - the person, taken from the credentials only
   * @param signal - aborted once the client is gone
   * @throws ServiceUnavailableError if the queue is full, or if the age of the
   * events cannot be determined
   * @throws TooManyRequestsError if too much of this person is queued
   */
  async take(
    entityRef: string,
    sent: EventEnvelope,
    signal?: AbortSignal,
  ): Promise<BatchOutcome> {
    if (isGuest(entityRef)) {
      this.options.guests?.note();
      this.options.telemetry?.batches('rejected', 1);
      this.options.telemetry?.events('rejected', sent.events.length);
      return refuseGuest(sent);
    }
    const { linker } = this.options;
    const receivedAt = this.options.clock.now();
    const batch = parseBatch(sent, receivedAt);
    this.#assertTimeIsKnown(batch);
    const pseudonym = this.options.pseudonymize(entityRef);
    this.#shapes.note(entityRef);
    const shape = this.#shapes.shapeOf(entityRef);
    const use = this.options.budgets?.of(entityRef);
    const submitted = {
      ...limitInventories(limitFaults(batch, use), use),
      pseudonym,
      shape,
      receivedAt,
      use,
    };
    use?.charge(spendingOf(batch));
    try {
      if (linker && !linker.isDone) {
        await linker.link([entityRef]);
      }
      return await this.options.queue.submit(submitted, signal);
    } catch (error) {
      use?.refund(spendingOf(batch));
      if (!signal?.aborted) {
        this.#noteFailure(pseudonym, error);
      }
      throw error;
    }
  }

  #noteFailure(pseudonym: string, error: unknown): void {
    const { noteFailure, telemetry } = this.options;
    const isRefused = error instanceof TooManyRequestsError;
    telemetry?.batches(isRefused ? 'rejected' : 'failed', 1);
    if (!isRefused) {
      noteFailure?.(pseudonym);
    }
  }

  // Browsers retry a rejected batch, but drop rejected events.
  #assertTimeIsKnown({ faults }: ParsedBatch): void {
    const { isSet = true, isCertain = true } = this.options.clock;
    if (!isSet || (!isCertain && faults.some(({ field }) => field === 'at'))) {
      throw new ServiceUnavailableError(
        'The server clock is being checked; send the batch again in a few minutes',
      );
    }
  }
}

function limitFaults(batch: ParsedBatch, use?: PersonUse): ParsedBatch {
  const isLimited = batch.rejected > 0 && use && !use.takeFaulty();
  return isLimited ? { ...batch, faults: [] } : batch;
}

// Excess reports are accepted and ignored, because the browser would retry
// them.
function limitInventories(batch: ParsedBatch, use?: PersonUse): ParsedBatch {
  const events = batch.events.map(timed =>
    timed.event.type === 'installed-plugins' && use && !use.takeInventory()
      ? { ...timed, event: { ...timed.event, plugins: [] } }
      : timed,
  );
  return { ...batch, events };
}

/** Without the request itself. */
function spendingOf({ events, rejected }: ParsedBatch): Spending {
  return {
    events: events.length + rejected,
    batches: 0,
    pageLoads: countPageLoads(events),
  };
}

// All guests share one identity, so they cannot be counted.
function refuseGuest({ batchId, events }: EventEnvelope): BatchOutcome {
  const message = 'guests are not counted; sign in with your own account';
  return {
    batchId,
    accepted: 0,
    rejected: events.length,
    faults: [{ index: 0, field: 'credentials', message }],
  };
}
