import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { chunked, insertFresh, retryTransient, upsertAll } from '../database';
import { PeopleStore } from '../people';
import { ReportingZone } from '../time';
import { AttributedEvent, EventCounter } from '../parts';
import { PersonUse, readSpending } from './budgets';
import { NameLimiter } from './names';
import { countShapes } from './signIns';
import { countPageLoads } from './parseBatch';
import { SubmittedBatch } from './SubmittedBatch';

const TABLE = 'ingest_batches';

const noSpending = { events: 0, batches: 0, pageLoads: 0, faulty: 0 };

type BatchRow = {
  person_id: number;
  batch_id: string;
  received_at: number;
  accepted: number;
  rejected: number;
  page_loads: number;
  /** JSON; null if there are none. */
  faults: string | null;
};

/** What happened to the batches of a committed transaction. */
export interface CommittedBatches {
  fresh: SubmittedBatch[];
  /** Stored earlier. */
  replayed: SubmittedBatch[];
  /** Sent by people who have opted out in the meantime. */
  refused: SubmittedBatch[];
}

interface Commit {
  outcomes: BatchOutcome[];
  committed: CommittedBatches;
}

/**
 * Stores batches exactly once: their ids and the counters of their events are
 * part of the same transaction. A batch with a known id changes nothing, and
 * gets the same outcome as before.
 */
export class BatchCommitter {
  constructor(
    private readonly options: {
      knex: Knex;
      people: PeopleStore;
      zone: ReportingZone;
      counters: EventCounter[];
      /** Limits the number of distinct names. */
      names?: Pick<NameLimiter, 'limit'>;
    },
  ) {}

  /**
   * Returns the outcomes of batches, in order.
   *
   * @param hooks.claim - called in the transaction; if it returns false,
   * nothing is stored
   * @param hooks.note - called with the result after the commit
   */
  async commit(
    batches: SubmittedBatch[],
    hooks: {
      claim?: (tx: Knex) => Promise<boolean>;
      note?: (committed: CommittedBatches) => void;
    } = {},
  ): Promise<BatchOutcome[]> {
    const { knex, names } = this.options;
    const limited = names ? await names.limit(batches) : batches;
    const commit = await retryTransient(() =>
      knex.transaction(async tx => {
        const isOurs = (await hooks.claim?.(tx)) ?? true;
        return isOurs ? this.#commitWithin(tx, limited) : undefined;
      }),
    );
    if (!commit) {
      return [];
    }
    hooks.note?.(commit.committed);
    return commit.outcomes;
  }

  async #commitWithin(tx: Knex, batches: SubmittedBatch[]): Promise<Commit> {
    const ids = await this.options.people.admit(
      batches.map(batch => batch.pseudonym),
      tx,
    );
    const counted = batches.filter(batch => ids.has(batch.pseudonym));
    await this.#learnUse(tx, counted, ids);
    const { outcomes, fresh } = await this.#count(tx, counted, ids);
    const isFresh = new Set(fresh);
    return {
      outcomes: batches.map(batch =>
        ids.has(batch.pseudonym) ? outcomes.shift()! : refuseOptedOut(batch),
      ),
      committed: {
        fresh,
        replayed: counted.filter(batch => !isFresh.has(batch)),
        refused: batches.filter(batch => !ids.has(batch.pseudonym)),
      },
    };
  }

  /** Reads what people have reported today, to this or other replicas. */
  async #learnUse(
    tx: Knex,
    batches: SubmittedBatch[],
    ids: Map<string, number>,
  ): Promise<void> {
    const due = new Map<number, PersonUse>();
    for (const { use, pseudonym } of batches) {
      if (use?.mustRead()) {
        due.set(ids.get(pseudonym)!, use);
      }
    }
    if (due.size === 0) {
      return;
    }
    const { zone } = this.options;
    const today = zone.startOf(zone.dayOf(batches[0].receivedAt));
    const stored = await readSpending(tx, [...due.keys()], today);
    for (const [id, use] of due) {
      use.learn(stored.get(id) ?? noSpending);
    }
  }

  async #count(
    tx: Knex,
    batches: SubmittedBatch[],
    ids: Map<string, number>,
  ): Promise<{ outcomes: BatchOutcome[]; fresh: SubmittedBatch[] }> {
    const keys = batches.map(batch => keyOf(batch, ids));
    const distinct = new Map<string, SubmittedBatch>();
    batches.forEach((batch, index) => {
      if (!distinct.has(keys[index])) {
        distinct.set(keys[index], batch);
      }
    });
    const rows = [...distinct.values()].map(batch => toRow(batch, ids));
    const fresh = await insertBatches(tx, rows);
    const events = [...fresh].flatMap(key =>
      this.#attribute(distinct.get(key)!, ids),
    );
    const { counters } = this.options;
    await upsertAll(tx, [
      ...counters.flatMap(counter => counter.count(events)),
      countShapes([...fresh].flatMap(key => this.#shapeOf(distinct.get(key)!))),
    ]);
    const replays = rows.filter(row => !fresh.has(keyOfRow(row)));
    const earlier = await readOutcomes(tx, replays);
    return {
      outcomes: keys.map(
        key => earlier.get(key) ?? outcomeOf(distinct.get(key)!),
      ),
      fresh: [...fresh].map(key => distinct.get(key)!),
    };
  }

  #shapeOf({ shape, receivedAt }: SubmittedBatch) {
    const day = this.options.zone.dayOf(receivedAt);
    return shape === undefined ? [] : [{ day, shape }];
  }

  #attribute(
    batch: SubmittedBatch,
    ids: Map<string, number>,
  ): AttributedEvent[] {
    const personId = ids.get(batch.pseudonym)!;
    return batch.events.map(({ event, at, times }) => ({
      event,
      personId,
      at,
      times,
      day: this.options.zone.dayOf(at),
    }));
  }
}

// People may opt out after the batch was sent.
function refuseOptedOut({ batchId }: SubmittedBatch): BatchOutcome {
  return { batchId, accepted: 0, rejected: 0, faults: [], optedOut: true };
}

// If two replicas insert the same key at the same time, the second one waits,
// and then inserts nothing, so only one of them counts the batch.
async function insertBatches(tx: Knex, rows: BatchRow[]): Promise<Set<string>> {
  const fresh = await insertFresh(
    tx,
    { table: TABLE, key: ['person_id', 'batch_id'] },
    rows,
  );
  return new Set(fresh.map(row => keyOfRow(row as BatchRow)));
}

/** Earlier outcomes of batches, by key. */
async function readOutcomes(
  tx: Knex,
  rows: BatchRow[],
): Promise<Map<string, BatchOutcome>> {
  const outcomes = new Map<string, BatchOutcome>();
  for (const chunk of chunked(rows)) {
    const stored = await tx<BatchRow>(TABLE).whereIn(
      ['person_id', 'batch_id'],
      chunk.map(({ person_id, batch_id }) => [person_id, batch_id]),
    );
    for (const row of stored) {
      outcomes.set(keyOfRow(row), toOutcome(row));
    }
  }
  return outcomes;
}

function toRow(batch: SubmittedBatch, ids: Map<string, number>): BatchRow {
  return {
    person_id: ids.get(batch.pseudonym)!,
    batch_id: batch.batchId,
    received_at: batch.receivedAt,
    accepted: batch.events.length,
    rejected: batch.rejected,
    page_loads: countPageLoads(batch.events),
    faults: batch.faults.length > 0 ? JSON.stringify(batch.faults) : null,
  };
}

function toOutcome(row: BatchRow): BatchOutcome {
  const { batch_id: batchId, accepted, rejected } = row;
  const faults = row.faults === null ? [] : JSON.parse(row.faults);
  return { batchId, accepted, rejected, faults };
}

function outcomeOf(batch: SubmittedBatch): BatchOutcome {
  return {
    batchId: batch.batchId,
    accepted: batch.events.length,
    rejected: batch.rejected,
    faults: batch.faults,
  };
}

function keyOf(batch: SubmittedBatch, ids: Map<string, number>): string {
  return `${ids.get(batch.pseudonym)} ${batch.batchId}`;
}

function keyOfRow(row: Pick<BatchRow, 'person_id' | 'batch_id'>): string {
  return `${row.person_id} ${row.batch_id}`;
}
