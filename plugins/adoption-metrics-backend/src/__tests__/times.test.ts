import { describeSchema } from '../database/__testUtils__/describeSchema';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { correctFutureTimes } from '../database';
import { assemble } from '../internals/assemble';
import { agedRows } from '../__testUtils__/agedRows';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const TODAY = 20_514;
const NOW = TODAY * 86_400_000 + 43_200_000;

/** What was observed stays wherever it is: the clock may be behind instead. */
const observed = [
  'people.first_day',
  'people.last_day',
  'person_days.day',
  'person_plugin_days.day',
  'portal_days.day',
  'portal_person_days.day',
  'sign_in_shapes.day',
  'action_counts.day',
  'action_kind_counts.day',
  'person_action_days.day',
  'installed_plugins.first_day',
  'installed_plugins.last_day',
  'day_readers.day',
  'day_failures.day',
  'page_load_counts.day',
  'page_load_buckets.day',
  'page_load_discards.day',
  'page_load_hour_buckets.hour_at',
  'page_load_hour_counts.hour_at',
  'page_navigations.day',
  'dropped_events.day',
  'heartbeats.started_at',
  'heartbeats.last_beat_at',
  'heartbeats.closed_at',
  // What counts towards the budget of a day.
  'components.changes_day',
  'observer_days.day',
  'imported_days.day',
  'import_rows.day',
  'component_states.from_at',
  'component_states.to_at',
];

/** What may well lie in the future, or is corrected with its row. */
const planned = [
  'catalog_findings.exempt_until',
  'catalog_staged_findings.exempt_until',
  'daily_members.day',
  'definitions.from_day',
  'annotations.day',
  'components.certificate_expires_at',
  'deadline_weeks.evaluated_at',
  'history_imports.created_at',
  'history_imports.ended_at',
  'history_imports.first_day',
  'history_imports.last_day',
  'deadlines.deadline_day',
  'deadlines.start_day',
  'incident_notes.moment_at',
  'joining_ranges.to_day',
  'maintenance_windows.cancelled_at',
  'maintenance_windows.from_at',
  'maintenance_windows.to_at',
  'alert_mutes.until_day',
  'proof_candidates.end_day',
  'proof_members.end_day',
  'proofs.end_day',
  'proofs.start_day',
  'samples.computed_at',
  // Days whose windows hold one that was reported.
  'portal_rollups.day',
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
  it('of all tables are corrected, observed, or may lie in the future', async () => {
    const { knex, times } = await setUp(engine);
    const schema = await describeSchema(knex);
    const dated = Object.entries(schema).flatMap(([table, { columns }]) =>
      Object.keys(columns)
        .filter(name => /(^at|_at|_since|_until|^day|_day)$/.test(name))
        .map(name => `${table}.${name}`),
    );
    const known = times.map(({ table, column }) => `${table}.${column}`);
    const others = dated.filter(name => !known.includes(name));
    expect(others.sort()).toEqual([...observed, ...planned].sort());
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
    await knex('frozen_periods').insert([
      agedRows.frozen_periods.row(TODAY),
      agedRows.frozen_periods.row(tomorrow),
    ]);
    await knex('ingest_batches').insert(agedRows.ingest_batches.row(tomorrow));
    await knex('person_days').insert(agedRows.person_days.row(tomorrow));
    expect(await correct()).toEqual({ frozen_periods: 1, ingest_batches: 1 });
    expect(await knex('frozen_periods').pluck('first_day')).toEqual([TODAY]);
    const received = await knex('ingest_batches').pluck('received_at');
    expect(received.map(Number)).toEqual([NOW]);
    expect(await correct()).toEqual({});
  });
});
