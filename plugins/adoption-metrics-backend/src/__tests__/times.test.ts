import { describeSchema } from '../database/__testUtils__/describeSchema';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { correctFutureTimes } from '../database';
import { assemble } from '../internals/assemble';
import { agedRows } from '../__testUtils__/agedRows';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const TODAY = 20_514;
const NOW = TODAY * 86_400_000 + 43_200_000;

/** What may well lie in the future, or is corrected with its row. */
const planned = [
  'catalog_findings.exempt_until',
  'catalog_staged_findings.exempt_until',
  'daily_members.day',
  'definitions.from_day',
  'annotations.day',
  'components.certificate_expires_at',
  'deadline_weeks.evaluated_at',
  'deadlines.deadline_day',
  'deadlines.start_day',
  'incident_notes.moment_at',
  'joining_ranges.to_day',
  'maintenance_windows.cancelled_at',
  'maintenance_windows.from_at',
  'maintenance_windows.to_at',
  'alert_mutes.until_day',
  'samples.computed_at',
];

async function setUp(engine: Parameters<typeof databases.create>[0]) {
  const knex = await databases.create(engine);
  const { folders } = await assemble({ knex, clock: { now: () => NOW } });
  const times = folders.flatMap(part => part.times ?? []);
  return {
    knex,
    times,
    correct: () => correctFutureTimes(knex, times, { now: NOW, today: TODAY }),
  };
}

describe.each(databases.eachSupportedId())('times, %p', engine => {
  it('of all tables are corrected, or may lie in the future', async () => {
    const { knex, times } = await setUp(engine);
    const schema = await describeSchema(knex);
    const dated = Object.entries(schema).flatMap(([table, { columns }]) =>
      Object.keys(columns)
        .filter(name => /(^at|_at|_since|_until|^day|_day)$/.test(name))
        .map(name => `${table}.${name}`),
    );
    const known = times.map(({ table, column }) => `${table}.${column}`);
    const others = dated.filter(name => !known.includes(name));
    expect(others.sort()).toEqual([...planned].sort());
    expect(known.filter(name => !dated.includes(name))).toEqual([]);
  });

  it.each(Object.keys(agedRows))(
    'of %s stay while they can be',
    async table => {
      const { knex, correct } = await setUp(engine);
      await knex(table).insert(agedRows[table].row(TODAY - 1));
      expect(await correct()).toEqual({});
      expect(await knex(table)).toHaveLength(1);
    },
  );

  it('go or become the present where they cannot', async () => {
    const { knex, correct } = await setUp(engine);
    const tomorrow = TODAY + 1;
    await knex('person_days').insert([
      agedRows.person_days.row(TODAY),
      agedRows.person_days.row(tomorrow),
    ]);
    await knex('ingest_batches').insert(agedRows.ingest_batches.row(tomorrow));
    await knex('heartbeats').insert([
      beats(0, NOW - 60_000, NOW + 86_400_000),
      beats(1, NOW + 86_400_000, NOW + 86_500_000),
    ]);
    expect(await correct()).toEqual({
      person_days: 1,
      ingest_batches: 1,
      heartbeats: 2,
    });
    expect(await knex('person_days').pluck('day')).toEqual([TODAY]);
    const left = await knex('heartbeats').select('seq', 'last_beat_at');
    expect(left.map(row => Number(row.last_beat_at))).toEqual([NOW]);
    expect(await correct()).toEqual({});
  });
});

function beats(seq: number, from: number, to: number) {
  return {
    instance_id: 'one',
    seq,
    state: 'up',
    started_at: from,
    last_beat_at: to,
    period_ms: 15_000,
  };
}
