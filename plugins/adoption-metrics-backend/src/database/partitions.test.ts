import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Knex } from 'knex';
import { describeSchema, TableShape } from './__testUtils__/describeSchema';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { isSqlite } from './dialect';

const databases = createTestDatabases();
const page = resolve(__dirname, '../../../../docs/architecture.md');

/** Tables that grow with time and people, by the column that says when. */
const growing: Record<string, string> = {
  action_counts: 'day',
  action_kind_counts: 'day',
  activity_days: 'day',
  attribute_spans: 'from_day',
  component_states: 'from_at',
  daily_members: 'day',
  daily_rollups: 'day',
  day_failures: 'day',
  day_readers: 'day',
  deadline_weeks: 'week_day',
  developer_counts: 'day',
  developer_spans: 'from_day',
  dropped_events: 'day',
  frozen_attributes: 'first_day',
  frozen_groups: 'first_day',
  frozen_members: 'first_day',
  frozen_periods: 'first_day',
  import_rows: 'day',
  imported_days: 'day',
  joining_ranges: 'from_day',
  observer_days: 'day',
  page_load_buckets: 'day',
  page_load_counts: 'day',
  page_load_discards: 'day',
  page_load_hour_buckets: 'hour_at',
  page_load_hour_counts: 'hour_at',
  page_navigations: 'day',
  person_action_days: 'day',
  person_days: 'day',
  person_plugin_days: 'day',
  portal_days: 'day',
  portal_person_days: 'day',
  portal_rollups: 'day',
  portal_samples: 'day',
  samples: 'day',
  sign_in_shapes: 'day',
  team_spans: 'from_day',
};

/** Tables that do not, by what bounds them. */
const bounded: Record<string, string> = {
  alert_acknowledgements: 'alerts',
  alert_deliveries: 'alerts',
  alert_mutes: 'rules',
  alert_states: 'what rules watch',
  alerts: 'changes of state within their retention',
  annotations: 'written by hand',
  attribute_values: 'values of configured attributes',
  catalog_entity_ages: 'entities of the catalog',
  catalog_finding_owners: 'findings',
  catalog_findings: 'entities of the catalog',
  catalog_owner_notices: 'owners of the catalog',
  catalog_scans: 'scans within their retention',
  catalog_staged_findings: 'entities of the catalog, while a scan runs',
  catalog_verifications: 'written by hand',
  components: 'what is configured and observed',
  deadline_recipients: 'written by hand',
  deadlines: 'written by hand',
  decision_answers: 'written by hand',
  decision_money: 'written by hand',
  decision_numbers: 'written by hand',
  definitions: 'changes of the configuration',
  heartbeats: 'restarts within their retention',
  history_imports: 'started by hand',
  incident_notes: 'written by hand',
  installed_plugins: 'names that browsers reported within 28 days',
  // A replay may come on another day: its id is unique among all that are held.
  // The key begins with the person, by whom the table can be distributed.
  ingest_batches: 'what one person may send a day, for a few days',
  joining_people: 'people',
  known_names: 'names that several people reported',
  maintenance_windows: 'written by hand',
  people: 'people',
  portal_batches: 'what other portals report in a few days',
  proof_candidates: 'written by hand',
  proof_members: 'written by hand, and people',
  proofs: 'written by hand',
  settings: 'facts about the installation',
  teams: 'groups of the catalog',
  uptime_checks: 'checks of a few days',
};

/** Has PostgreSQL judge whether a table could be partitioned by a column. */
async function partition(knex: Knex, table: string, column: string) {
  await knex.raw(
    'create table ?? (like ?? including all) partition by range (??)',
    [`${table}_by_time`, table, column],
  );
}

describe.each(databases.eachSupportedId())('partitions, %p', engine => {
  let knex: Knex;
  let schema: Record<string, TableShape>;

  beforeAll(async () => {
    knex = await databases.create(engine);
    schema = await describeSchema(knex);
  });

  it('knows of every table whether it grows', () => {
    const known = [...Object.keys(growing), ...Object.keys(bounded)];
    expect(Object.keys(schema).sort()).toEqual(known.sort());
  });

  it('has every table, and no other, in the documentation', async () => {
    const [, tables] = (await readFile(page, 'utf8')).split('\n## Tables\n');
    const named = [...tables.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(
      ([, names]) => names.split(', ').map(name => name.slice(1, -1)),
    );
    expect(named.sort()).toEqual(Object.keys(schema).sort());
  });

  it.each(Object.entries(growing))(
    'needs no uniqueness in %s across its %s',
    (table, column) => {
      const keys = Object.values(schema[table].indexes).filter(
        ({ isUnique, isPrimary }) => isUnique || isPrimary,
      );
      // The primary key of a table in SQLite may be the table itself.
      expect(isSqlite(knex) || keys.length > 0).toBe(true);
      for (const { columns } of keys) {
        expect(columns).toContain(column);
      }
      // A number that counts up is one more uniqueness, across all partitions.
      const defaults = Object.values(schema[table].columns);
      expect(defaults.some(each => /nextval/.test(each.default ?? ''))).toBe(
        false,
      );
    },
  );

  it('lets PostgreSQL partition every growing table as it is', async () => {
    if (isSqlite(knex)) {
      return;
    }
    for (const [table, column] of Object.entries(growing)) {
      await partition(knex, table, column);
    }
    await expect(
      partition(knex, 'ingest_batches', 'received_at'),
    ).rejects.toThrow(/unique|primary/);
  });
});
