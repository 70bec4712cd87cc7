import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { readRollUps, recount, RollUps, storedBatches } from './recount';
import { Reporters, SentBatch } from './Reporters';

/** What is stored, beside what was sent and answered. */
export interface Stock {
  /** Batches that were acknowledged and are not stored. */
  lost: SentBatch[];
  /** Answers to a batch sent again that differ from the first one. */
  contradictions: BatchOutcome[];
  /** How many batches are stored that nobody sent. */
  unknown: number;
  /** Batches stored under somebody else's name. */
  misattributed: SentBatch[];
  /** How many people are kept apart. */
  people: number;
  rollUps: RollUps;
  /** The roll-ups as the batches add up to them that are stored. */
  recounted: RollUps;
}

/**
 * Compares what reporters sent and were answered with what is stored.
 *
 * @param calendar.now - events that were too old at this instant do not count
 */
export async function takeStock(
  knex: Knex,
  { sent, contradictions }: Reporters,
  calendar: { timeZone: string; now: number },
): Promise<Stock> {
  const stored = await storedBatches(knex);
  const rollUps = await readRollUps(knex);
  const counted = sent.filter(({ batchId }) => stored.has(batchId));
  const owners = ownersOf(counted, stored);
  return {
    lost: sent.filter(
      ({ outcome, batchId }) => outcome && !stored.has(batchId),
    ),
    contradictions,
    unknown: stored.size - counted.length,
    misattributed: counted.filter(
      ({ person, batchId }) => stored.get(batchId) !== owners.get(person),
    ),
    people: new Set(owners.values()).size,
    rollUps,
    recounted: recount(counted, {
      ...calendar,
      idOf: ({ person }) => owners.get(person)!,
    }),
  };
}

function ownersOf(
  batches: SentBatch[],
  stored: Map<string, number>,
): Map<number, number> {
  return new Map(
    batches.map(({ person, batchId }) => [person, stored.get(batchId)!]),
  );
}
