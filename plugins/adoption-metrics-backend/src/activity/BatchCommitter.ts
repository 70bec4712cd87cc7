import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { chunked, retryTransient } from '../database';
import { PeopleStore } from '../people';
import { ReportingZone } from '../time';
import { AttributedEvent, EventWriter } from './EventWriter';
import { ParsedBatch } from './parseBatch';

const TABLE = 'ingest_batches';

/** A batch and the pseudonym of the person who sent it. */
export interface SubmittedBatch extends ParsedBatch {
  pseudonym: string;
  receivedAt: number;
}

interface BatchRow {
  person_id: number;
  batch_id: string;
  received_at: number;
  outcome: string;
}

/**
 * Stores batches exactly once: the batch ids and everything the events add up
 * to go into one transaction, and a batch whose id is already there adds
 * nothing and gets the answer of the first time.
 */
export class BatchCommitter {
  constructor(
    private readonly options: {
      knex: Knex;
      people: PeopleStore;
      zone: ReportingZone;
      writers: EventWriter[];
    },
  ) {}

  /** The outcomes of the batches, in their order. */
  commit(batches: SubmittedBatch[]): Promise<BatchOutcome[]> {
    return retryTransient(() =>
      this.options.knex.transaction(tx => this.#commitWithin(tx, batches)),
    );
  }

  async #commitWithin(
    tx: Knex,
    batches: SubmittedBatch[],
  ): Promise<BatchOutcome[]> {
    const ids = await this.options.people.admit(
      batches.map(batch => batch.pseudonym),
      tx,
    );
    const counted = batches.filter(batch => ids.has(batch.pseudonym));
    const outcomes = await this.#count(tx, counted, ids);
    return batches.map(batch =>
      ids.has(batch.pseudonym) ? outcomes.shift()! : refuseOptedOut(batch),
    );
  }

  async #count(
    tx: Knex,
    batches: SubmittedBatch[],
    ids: Map<string, number>,
  ): Promise<BatchOutcome[]> {
    const rows = new Map<string, BatchRow>();
    for (const batch of batches) {
      const row = toRow(batch, ids.get(batch.pseudonym)!);
      if (!rows.has(keyOf(row))) {
        rows.set(keyOf(row), row);
      }
    }
    const fresh = await insertFresh(tx, [...rows.values()]);
    const events = this.#attribute(batches, ids, fresh);
    for (const writer of this.options.writers) {
      await writer.write(tx, events);
    }
    return readOutcomes(tx, {
      rows,
      fresh,
      keys: batches.map(batch =>
        keyOf(toRow(batch, ids.get(batch.pseudonym)!)),
      ),
    });
  }

  #attribute(
    batches: SubmittedBatch[],
    ids: Map<string, number>,
    fresh: Set<string>,
  ): AttributedEvent[] {
    const counted = new Set<string>();
    return batches.flatMap(batch => {
      const personId = ids.get(batch.pseudonym)!;
      const key = `${personId} ${batch.batchId}`;
      if (!fresh.has(key) || counted.has(key)) {
        return [];
      }
      counted.add(key);
      return batch.events.map(({ event, at }) => ({
        event,
        personId,
        at,
        day: this.options.zone.dayOf(at),
      }));
    });
  }
}

// Somebody who opted out may have done so after the batch was captured.
function refuseOptedOut({ batchId }: SubmittedBatch): BatchOutcome {
  return { batchId, accepted: 0, rejected: [], optedOut: true };
}

// Of two replicas that insert the same key at the same time, the second waits
// for the first and then inserts nothing: only one of them counts the batch.
async function insertFresh(tx: Knex, rows: BatchRow[]): Promise<Set<string>> {
  const fresh = new Set<string>();
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const chunk of chunked(sorted, 200)) {
    const inserted = await tx<BatchRow>(TABLE)
      .insert(chunk)
      .onConflict(['person_id', 'batch_id'])
      .ignore()
      .returning(['person_id', 'batch_id']);
    for (const row of inserted) {
      fresh.add(keyOf(row));
    }
  }
  return fresh;
}

async function readOutcomes(
  tx: Knex,
  options: { rows: Map<string, BatchRow>; fresh: Set<string>; keys: string[] },
): Promise<BatchOutcome[]> {
  const { rows, fresh, keys } = options;
  const outcomes = new Map<string, BatchOutcome>();
  for (const [key, row] of rows) {
    const stored = fresh.has(key) ? row : await readBatch(tx, row);
    outcomes.set(key, JSON.parse(stored.outcome));
  }
  return keys.map(key => outcomes.get(key)!);
}

async function readBatch(tx: Knex, row: BatchRow): Promise<BatchRow> {
  const { person_id, batch_id } = row;
  const stored = await tx<BatchRow>(TABLE)
    .where({ person_id, batch_id })
    .first();
  return stored ?? row;
}

function toRow(batch: SubmittedBatch, personId: number): BatchRow {
  const outcome: BatchOutcome = {
    batchId: batch.batchId,
    accepted: batch.events.length,
    rejected: batch.rejected,
  };
  return {
    person_id: personId,
    batch_id: batch.batchId,
    received_at: batch.receivedAt,
    outcome: JSON.stringify(outcome),
  };
}

function keyOf(row: Pick<BatchRow, 'person_id' | 'batch_id'>): string {
  return `${row.person_id} ${row.batch_id}`;
}
