import {
  NOW,
  setUpRetention,
  signal,
  testedDatabases,
  TODAY,
  zone,
} from './__testUtils__/retention';
import { olderThan, RetentionRule } from './RetentionRule';

jest.setTimeout(120_000);

const HALF_A_DAY = 43_200_000;

const days: RetentionRule = {
  name: 'personDays',
  keepDays: 35,
  leastDays: 32,
  deletes: [
    {
      table: 'person_days',
      key: ['day', 'person_id'],
      unit: 'day',
      expired: olderThan('day'),
    },
  ],
};

const measured = { ...days, windowDays: 28 };

const batches: RetentionRule = {
  name: 'ingestBatches',
  keepDays: 8,
  leastDays: 4,
  deletes: [
    {
      table: 'ingest_batches',
      key: ['person_id', 'batch_id'],
      unit: 'ms',
      expired: olderThan('received_at'),
    },
  ],
};

describe.each(testedDatabases())('Retention, %p', engine => {
  it('removes only what is older, and counts it', async () => {
    const portal = await setUpRetention(engine, [days]);
    const oldest = TODAY - 35;
    await portal.addDays(oldest - 400, oldest - 1, oldest, TODAY);
    expect(await portal.retention.run(signal)).toEqual({ person_days: 1 });
    expect(await portal.retention.run(signal)).toEqual({ person_days: 1 });
    expect(await portal.days()).toEqual([oldest, TODAY]);
    expect(await portal.retention.run(signal)).toEqual({});
  });

  it('takes no more than the days of a week at a time', async () => {
    const portal = await setUpRetention(engine, [measured]);
    const oldest = TODAY - 200;
    await portal.addDays(...Array.from({ length: 201 }, (_, i) => oldest + i));
    expect(await portal.retention.run(signal)).toEqual({ person_days: 7 });
    expect(await portal.held('personDays')).toBe(oldest + 7);
    expect(await portal.retention.run(signal)).toEqual({ person_days: 7 });
    expect((await portal.days())[0]).toBe(oldest + 14);
  });

  it('takes nothing before a day is closed', async () => {
    const portal = await setUpRetention(engine, [days], [], undefined);
    await portal.addDays(1);
    expect(await portal.retention.run(signal)).toEqual({});
  });

  it('keeps instants by days of the reporting zone', async () => {
    const { knex, retention } = await setUpRetention(engine, [batches]);
    const oldest = zone.startOf(TODAY - 8);
    const ats = [oldest - HALF_A_DAY, oldest - 1, oldest, NOW];
    await knex('ingest_batches').insert(
      ats.map((received_at, index) => ({
        person_id: 1,
        batch_id: String(index),
        received_at,
        accepted: 1,
        rejected: 0,
        page_loads: 0,
      })),
    );
    expect(await retention.run(signal)).toEqual({ ingest_batches: 2 });
    const left = await knex('ingest_batches').orderBy('batch_id');
    expect(left.map(row => row.batch_id)).toEqual(['2', '3']);
  });

  async function setUpCrowd() {
    const portal = await setUpRetention(engine, [days]);
    const { knex } = portal;
    for (let start = 0; start < 12_000; start += 500) {
      await knex('person_days').insert(
        Array.from({ length: 500 }, (_, i) => ({
          day: TODAY - 40,
          person_id: start + i,
        })),
      );
    }
    const deletes: string[] = [];
    knex.on('query', ({ sql }) => {
      if (sql.startsWith('delete')) {
        deletes.push(sql);
      }
    });
    const count = async () =>
      Number((await knex('person_days').count({ n: '*' }))[0].n);
    return { ...portal, deletes, count };
  }

  it('removes a bounded number of rows with each statement', async () => {
    const { retention, deletes, count } = await setUpCrowd();
    expect(await retention.run(signal)).toEqual({ person_days: 12_000 });
    expect(deletes).toHaveLength(3);
    expect(await count()).toBe(0);
  });

  it('stops when asked to, and goes on from there', async () => {
    const { knex, retention, deletes, count } = await setUpCrowd();
    const interruption = new AbortController();
    knex.on('query-response', (_response, { sql }) => {
      if (sql.startsWith('delete')) {
        interruption.abort();
      }
    });
    await expect(retention.run(interruption.signal)).rejects.toThrow();
    expect(deletes).toHaveLength(1);
    expect(await count()).toBe(7_000);
    expect(await retention.run(signal)).toEqual({ person_days: 7_000 });
  });

  it('removes everything once when replicas run at once', async () => {
    const { create, count } = await setUpCrowd();
    const runs = await Promise.all([
      create().run(signal),
      create().run(signal),
    ]);
    const removed = runs.map(run => run.person_days ?? 0);
    expect(removed[0] + removed[1]).toBe(12_000 - (await count()));
    await create().run(signal);
    expect(await count()).toBe(0);
  });

  it('keeps what a day has still to be measured from', async () => {
    const late = TODAY - 50;
    const portal = await setUpRetention(engine, [measured], [late, TODAY]);
    await portal.addDays(late - 28, late - 27, late, TODAY);
    await portal.retention.run(signal);
    expect(await portal.days()).toEqual([late - 27, late, TODAY]);
    expect(await portal.held('personDays')).toBe(late - 27);
  });

  it('notes from which day on everything is held', async () => {
    const portal = await setUpRetention(engine, [measured]);
    await portal.addDays(TODAY - 35);
    await portal.retention.run(signal);
    expect(await portal.held('personDays')).toBeUndefined();
    await portal.addDays(TODAY - 36);
    await portal.retention.run(signal);
    expect(await portal.held('personDays', 'other')).toBe(TODAY - 35);
  });

  it('does not wait for a day that cannot be measured any more', async () => {
    const toMeasure = [TODAY];
    const portal = await setUpRetention(engine, [measured], toMeasure);
    await portal.addDays(TODAY - 36);
    await portal.retention.run(signal);
    toMeasure.push(TODAY - 30);
    await portal.addDays(TODAY - 60);
    await portal.retention.run(signal);
    expect(await portal.days()).toEqual([]);
    expect(await portal.held('personDays')).toBe(TODAY - 35);
  });
});
