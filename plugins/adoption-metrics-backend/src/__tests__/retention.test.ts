import { mockServices } from '@backstage/backend-test-utils';
import { agedRows, loadOn } from '../__testUtils__/agedRows';
import { assemble } from '../internals/assemble';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { Retention } from '../database';
import { DailyRollup } from '../scorecard/DailyRollup';
import { AgreedClock } from '../time';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const TODAY = 20_514;
const signal = new AbortController().signal;

async function runAll(retention: Retention): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (;;) {
    const removed = Object.entries(await retention.run(signal));
    if (removed.length === 0) {
      return all;
    }
    for (const [table, rows] of removed) {
      all[table] = (all[table] ?? 0) + rows;
    }
  }
}

describe.each(databases.eachSupportedId())('retention, %p', engine => {
  async function setUp(adoptionMetrics = {}) {
    const knex = await databases.create(engine);
    let now = TODAY * 86_400_000 + 3_600_000;
    const clock = { now: () => now };
    const portal = await assemble({ knex, clock, adoptionMetrics });
    const { rollups, samples } = portal.samplesFolder;
    await rollups.open([TODAY - 1]);
    const [row] = await rollups.all();
    await rollups.advance(row, 'final');
    const { retention } = portal.createRetention();
    return {
      knex,
      portal,
      rollups,
      samples,
      setToday(day: number) {
        now = day * 86_400_000 + 3_600_000;
      },
      /** Runs until nothing more is to go; how many rows went. */
      run: () => runAll(retention),
      count: async (table: string) =>
        Number((await knex(table).count({ n: '*' }))[0].n),
    };
  }

  it.each(Object.entries(agedRows))(
    'keeps %s as long as promised',
    async (table, { keepDays, row }) => {
      const { knex, run, count } = await setUp();
      await knex(table).insert(row(TODAY - keepDays));
      await run();
      expect(await count(table)).toBe(1);
      await knex(table).insert(row(TODAY - keepDays - 1));
      expect(await run()).toMatchObject({ [table]: 1 });
      expect(await count(table)).toBe(1);
    },
  );

  it('keeps the state of what alerts are about, however old it is', async () => {
    const { knex, run } = await setUp();
    const { row } = agedRows.alerts;
    const gone = TODAY - 800;
    const state = { rule: 'milestone', state: 'reached' };
    await knex('alerts').insert([
      { ...row(gone), id: 1 },
      { ...row(gone + 1), id: 2 },
      { ...row(gone + 2), id: 3 },
      { ...row(gone), id: 4, subject: 'uptime' },
    ]);
    await knex('alert_states').insert([
      { ...state, subject: 'active-users', sequence: gone + 2 },
      { ...state, subject: 'uptime', sequence: gone },
    ]);
    await knex('alert_deliveries').insert([
      { ...agedRows.alert_deliveries.row(gone), alert_id: 1 },
      { ...agedRows.alert_deliveries.row(TODAY), alert_id: 2 },
    ]);
    await knex('alert_acknowledgements').insert(
      [1, 2].map(id => ({ alert_id: id, acknowledged_at: 1 })),
    );
    expect(await run()).toEqual({
      alerts: 1,
      alert_deliveries: 1,
      alert_acknowledgements: 1,
    });
    expect(await knex('alerts').orderBy('id').pluck('id')).toEqual([2, 3, 4]);
    const acknowledged = await knex('alert_acknowledgements').pluck('alert_id');
    expect(acknowledged).toEqual([2]);
  });

  it('keeps the scan whose findings are the list of today', async () => {
    const { knex, run } = await setUp();
    const { row } = agedRows.catalog_scans;
    await knex('catalog_scans').insert([
      { ...row(1), id: 1 },
      { ...row(2), id: 2 },
      { ...row(3), id: 3, status: 'failed' },
      { ...row(1), id: 4, source: 'history' },
    ]);
    expect(await run()).toEqual({ catalog_scans: 1 });
    expect(await knex('catalog_scans').orderBy('id').pluck('id')).toEqual([
      2, 3, 4,
    ]);
  });

  it('keeps spans that last', async () => {
    const { knex, run, count } = await setUp();
    const span = { person_id: 1, from_day: 9, to_day: null };
    await knex('developer_spans').insert(span);
    await knex('team_spans').insert({ ...span, team_id: 1 });
    expect(await run()).toEqual({});
    expect(await count('team_spans')).toBe(1);
  });

  it('keeps headlines for good and details of page loads for weeks', async () => {
    const { knex, run } = await setUp();
    const sample = (metric: string, dimension: string, day: number) => ({
      metric,
      dimension,
      member: '',
      day,
      value: 1,
      definition_version: 1,
      time_zone: 'UTC',
      state: 'final',
      computed_at: 0,
    });
    const kept = [
      sample('page-load', 'headline', 1),
      sample('page-load', 'p75', TODAY - 761),
      sample('page-load', 'initial:buckets', TODAY - 35),
      sample('uptime', 'initial:buckets', TODAY - 36),
    ];
    await knex('samples').insert([
      ...kept,
      sample('page-load', 'p75', TODAY - 762),
      sample('page-load', 'initial:buckets', TODAY - 36),
      sample('page-load', 'route:routes:p99', TODAY - 36),
    ]);
    expect(await run()).toEqual({ samples: 3 });
    const left = await knex('samples')
      .orderBy('day')
      .select('dimension', 'day');
    expect(left).toEqual(
      [...kept]
        .sort((a, b) => a.day - b.day)
        .map(({ dimension, day }) => ({ dimension, day })),
    );
  });

  it('forgets people who are long gone, and nobody else', async () => {
    const { knex, run } = await setUp();
    const gone = TODAY - 762;
    const person = (id: number, more = {}) => ({
      id,
      pseudonym: `p${id}`,
      first_day: 1,
      last_day: gone,
      opted_out: false,
      excluded: false,
      merged_into: null,
      ...more,
    });
    await knex('people').insert([
      person(1),
      person(2, { last_day: gone + 1 }),
      person(3, { last_day: null }),
      person(4, { opted_out: true }),
      person(5, { excluded: true }),
      person(6),
      person(7),
      person(8),
      person(9, { last_day: null, merged_into: 1 }),
      person(10, { merged_into: 2 }),
    ]);
    await knex('developer_spans').insert({ person_id: 6, from_day: 1 });
    await knex('person_days').insert({ person_id: 7, day: TODAY });
    await knex('ingest_batches').insert(agedRows.ingest_batches.row(TODAY));
    await knex('ingest_batches').update({ person_id: 8 });
    expect(await run()).toEqual({ people: 2 });
    const left = await knex('people').orderBy('id').pluck('id');
    expect(left).toEqual([2, 3, 4, 5, 6, 7, 8, 10]);
  });

  it('waits for someone who returns at that moment', async () => {
    const { knex, portal, run } = await setUp();
    await knex('people').insert({ pseudonym: 'ada', last_day: 1 });
    const reached = new Promise<void>(resolve => {
      knex.on('query', ({ sql }) => {
        if (/^(select .* for update|delete from .people)/.test(sql)) {
          resolve();
        }
      });
    });
    const oneConnection = engine.startsWith('SQLITE');
    const { retained } = await knex.transaction(async tx => {
      const ids = await portal.people.people.admit(['ada'], tx);
      await tx('person_days').insert({ day: TODAY, person_id: ids.get('ada') });
      const running = run();
      await (oneConnection ? undefined : reached);
      return { retained: running };
    });
    await retained;
    expect(await knex('people').pluck('pseudonym')).toEqual(['ada']);
  });

  it('waits with what feeds metrics until days are closed', async () => {
    const { knex, rollups, run, count } = await setUp();
    await rollups.markLate([TODAY - 400]);
    await knex('page_load_counts').insert(
      agedRows.page_load_counts.row(TODAY - 800),
    );
    await knex('person_plugin_days').insert([
      agedRows.person_plugin_days.row(TODAY - 428),
      agedRows.person_plugin_days.row(TODAY - 427),
    ]);
    await run();
    expect(await count('person_plugin_days')).toBe(1);
    expect(await count('page_load_counts')).toBe(0);
  });

  it('removes nothing that feeds metrics before any day is closed', async () => {
    const { knex, run, count } = await setUp();
    await knex('daily_rollups').delete();
    await knex('settings').insert({
      key: 'installed_at',
      value: String((TODAY - 500) * 86_400_000),
    });
    await knex('person_plugin_days').insert(
      agedRows.person_plugin_days.row(TODAY - 400),
    );
    await run();
    expect(await count('person_plugin_days')).toBe(1);
  });

  it('leaves samples as they were, though something arrives late', async () => {
    const { knex, portal, rollups, samples, setToday, run } = await setUp();
    const day = TODAY - 40;
    for (const age of [0, 10, 27]) {
      const row = { ...loadOn(day - age), route_id: `page-${age}` };
      await knex('page_load_counts').insert({
        ...row,
        target_ms: 5_000,
        loads: 40,
        within_target: 40,
        sum_ms: 1,
      });
      await knex('page_load_buckets').insert({
        ...row,
        bucket: 150,
        n_lower: 0,
        n_upper: 40,
      });
    }
    const rollup = new DailyRollup({
      clock: new AgreedClock(portal.clock),
      zone: portal.zone,
      rollups,
      samples,
      metrics: [portal.pageLoad.part.metric],
      definitionVersion: () => 1,
      firstDay: async () => day,
    });
    await rollup.rollUpDays(signal);
    const dimensions = ['headline', 'p75', 'loads', 'initial:methods'];
    const read = () => samples.ofDay('page-load', day, dimensions);
    setToday(day + 130);
    await rollup.rollUpDays(signal);
    const before = await read();
    expect(before).toHaveLength(8);
    await run();
    expect(await knex('page_load_counts').pluck('route_id')).toContain('all');
    await knex('page_load_counts').delete();
    await rollups.markLate([day]);
    await rollup.rollUpDays(signal);
    expect(await read()).toEqual(before);
  });

  it('logs numbers only', async () => {
    const { knex, portal } = await setUp();
    const logger = mockServices.logger.mock();
    const { part } = portal.createRetention(logger);
    await knex('daily_members').insert(agedRows.daily_members.row(1));
    await part.tasks[0].run(signal);
    expect(logger.info.mock.calls).toEqual([
      ['Removed expired rows: 1 of daily_members'],
    ]);
  });
});
