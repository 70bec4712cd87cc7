import { TestDatabaseId } from '@backstage/backend-test-utils';
import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import fc from 'fast-check';
import { assemble } from '../internals/assemble';
import { readRollUps, recount, storedBatches } from '../__testUtils__/recount';
import { SentBatch } from '../__testUtils__/Reporters';
import { eventArbitrary } from '../__testUtils__/workload';
import { BatchQueue } from '../activity';
import { batchOf, instantOn } from '../activity/__testUtils__/ingest';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const TIME_ZONE = 'Europe/Berlin';
const PEOPLE = 3;
const BATCHES = 4;
const NOW = instantOn(27);
const TABLES = [
  'ingest_batches',
  'person_days',
  'person_plugin_days',
  'action_counts',
  'page_load_counts',
  'page_load_buckets',
  'page_load_discards',
  'page_navigations',
  'dropped_events',
];

const pseudonymOf = (person: number) => `pseudonym-${person}`;
const idOf = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;

/** The same few ids under different people, each batch with its own events. */
const batches: fc.Arbitrary<SentBatch[]> = fc
  .array(fc.array(eventArbitrary(NOW), { minLength: 1, maxLength: 6 }), {
    minLength: PEOPLE * BATCHES,
    maxLength: PEOPLE * BATCHES,
  })
  .map(contents =>
    contents.map((events, index) => ({
      person: index % PEOPLE,
      batchId: idOf(Math.floor(index / PEOPLE)),
      events,
    })),
  );

/** Which batch arrives where and when; the same one may arrive many times. */
const arrivals = fc.array(
  fc.record({
    batch: fc.nat(PEOPLE * BATCHES - 1),
    replica: fc.nat(1),
    turn: fc.nat(3),
  }),
  { minLength: 1, maxLength: 30 },
);

async function setUp(engine: TestDatabaseId) {
  const knex = await databases.create(engine);
  const clock = { now: () => NOW };
  const adoptionMetrics = { timeZone: TIME_ZONE };
  const replicas = await Promise.all(
    [0, 1].map(async () => {
      const { ingest } = await assemble({ knex, clock, adoptionMetrics });
      return new BatchQueue(ingest.committer, 2);
    }),
  );
  return {
    knex,
    /** Sends in turns; within a turn everything arrives at once. */
    async receive(sent: SentBatch[], plan: Array<{ batch: number } & Arrival>) {
      const answers: Array<Promise<BatchOutcome>> = [];
      for (const turn of [0, 1, 2, 3]) {
        for (const { batch, replica } of plan.filter(a => a.turn === turn)) {
          const { person, batchId, events } = sent[batch];
          answers.push(
            replicas[replica].submit(
              batchOf(pseudonymOf(person), events, batchId),
            ),
          );
        }
        // Those of this turn are being stored when the next ones arrive.
        replicas.forEach(queue => queue.flush());
        await new Promise(resolve => setImmediate(resolve));
      }
      return Promise.all(answers);
    },
    async empty() {
      for (const table of TABLES) {
        await knex(table).delete();
      }
    },
  };
}

interface Arrival {
  replica: number;
  turn: number;
}

describe.each(databases.eachSupportedId())('concurrent batches, %p', engine => {
  it('add up as if they had arrived one by one', async () => {
    const { knex, receive, empty } = await setUp(engine);
    await fc.assert(
      fc.asyncProperty(batches, arrivals, async (all, plan) => {
        await empty();
        const outcomes = await receive(all, plan);
        const arrived = all.filter((_, index) =>
          plan.some(({ batch }) => batch === index),
        );
        const people = new Map(
          (await knex('people')).map(row => [row.pseudonym, row.id]),
        );
        const expected = recount(arrived, {
          timeZone: TIME_ZONE,
          now: 0,
          idOf: ({ person }) => people.get(pseudonymOf(person)),
        });
        expect(await readRollUps(knex)).toEqual(expected);
        expect(await knex('ingest_batches')).toHaveLength(arrived.length);
        expect([...(await storedBatches(knex)).keys()].sort()).toEqual(
          [...new Set(arrived.map(({ batchId }) => batchId))].sort(),
        );

        const order = [...plan].sort((a, b) => a.turn - b.turn);
        expect(outcomes).toEqual(
          order.map(({ batch }) => ({
            batchId: all[batch].batchId,
            accepted: all[batch].events.length,
            rejected: 0,
            faults: [],
          })),
        );
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
