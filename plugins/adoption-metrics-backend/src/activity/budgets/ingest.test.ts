import { TestDatabaseId } from '@backstage/backend-test-utils';
import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { assemble } from '../../internals/assemble';
import { instantOn, interaction } from '../__testUtils__/ingest';

const databases = createTestDatabases();
const ADA = 'user:default/ada';
const DAY_MS = 86_400_000;

const batchOf = (events: unknown[]) => ({
  batchId: crypto.randomUUID(),
  events,
});

function load(index: number): CollectedEvent {
  return {
    type: 'page-load',
    at: new Date(instantOn(0)).toISOString(),
    kind: 'initial',
    method: 'lcp',
    routeId: 'page:home',
    duration: 0.1 * 1.02 ** (index % 300),
  };
}

describe.each(databases.eachSupportedId())('budgets of ingest, %p', engine => {
  async function setUp(id: TestDatabaseId) {
    const knex = await databases.create(id);
    const clock = { at: instantOn(0), now: () => clock.at };
    const replica = async () => {
      const { ingest } = await assemble({
        knex,
        clock,
        adoptionMetrics: {
          ingest: { events: 1_000, batches: 100, pageLoads: 200 },
        },
      });
      return async (events: unknown[], person = ADA) => {
        ingest.events.enter(person)();
        return ingest.events.take(person, batchOf(events));
      };
    };
    return { knex, clock, replica };
  }

  const twenty = Array.from({ length: 20 }, () => interaction(0));

  async function sendUntilRefused(
    send: (events: unknown[]) => Promise<unknown>,
    events: unknown[] = twenty,
  ): Promise<number> {
    for (let sent = 0; ; sent++) {
      try {
        await send(events);
      } catch (error) {
        expect(error).toMatchObject({ status: 429 });
        return sent;
      }
    }
  }

  it('holds after a restart, until the next day, and for one person', async () => {
    const { clock, replica } = await setUp(engine);
    expect(await sendUntilRefused(await replica())).toBe(50);
    const restarted = await replica();
    // The first batch finds out how much is stored.
    expect(await sendUntilRefused(restarted)).toBe(1);
    await restarted(twenty, 'user:default/bob');
    clock.at += DAY_MS;
    await restarted(twenty);
  });

  it('holds across replicas, but for a tenth each', async () => {
    const { knex, replica } = await setUp(engine);
    const replicas = [await replica(), await replica(), await replica()];
    const open = new Set(replicas);
    while (open.size > 0) {
      for (const send of open) {
        await send(twenty).catch(() => open.delete(send));
      }
    }
    const row = await knex('ingest_batches').sum({ n: 'accepted' }).first();
    expect(Number(row?.n)).toBeGreaterThanOrEqual(1_000);
    expect(Number(row?.n)).toBeLessThanOrEqual(1_000 * 1.3);
  });

  it('bounds the rows of a histogram that one person can write', async () => {
    const { knex, replica } = await setUp(engine);
    const loads = Array.from({ length: 50 }, (_, index) => load(index * 7));
    expect(await sendUntilRefused(await replica(), loads)).toBe(4);
    for (const table of ['page_load_buckets', 'page_load_hour_buckets']) {
      expect((await knex(table)).length).toBeLessThanOrEqual(200);
    }
  });

  it('keeps counts of bad events, and few of their faults', async () => {
    const { knex, replica } = await setUp(engine);
    const send = await replica();
    const bad = { type: 'x'.repeat(10_000), at: 'y'.repeat(10_000) };
    const first = await send(Array.from({ length: 10 }, () => bad));
    expect(first).toMatchObject({ accepted: 0, rejected: 10 });
    expect(first.faults).toHaveLength(5);
    for (let sent = 0; sent < 60; sent++) {
      await send([bad]);
    }
    const rows = await knex('ingest_batches').orderBy('received_at');
    expect(rows).toHaveLength(61);
    const faults = rows.map(row => row.faults).filter(Boolean);
    expect(faults).toHaveLength(50);
    expect(Math.max(...faults.map(text => text.length))).toBeLessThan(1_500);
  });

  it('gives back what could not be stored', async () => {
    const { knex, replica } = await setUp(engine);
    const send = await replica();
    await knex.schema.renameTable('person_days', 'away');
    for (let sent = 0; sent < 30; sent++) {
      await expect(send(twenty)).rejects.toThrow(/person_days/);
    }
    await knex.schema.renameTable('away', 'person_days');
    expect(await sendUntilRefused(send)).toBe(50);
  });
});
