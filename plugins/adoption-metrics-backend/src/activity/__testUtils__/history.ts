import { ActionKind } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { addRows } from '../../database';
import { Measurement, SampleStore } from '../../samples';
import { DeveloperStore } from '../../people';
import { ActiveUsersMeasurer } from '../ActiveUsersMeasurer';
import { ActionStore } from '../actions';
import { ActivityStore } from '../ActivityStore';
import { JoiningStore } from '../joining/JoiningStore';
import { LifecycleStore } from '../LifecycleStore';
import {
  FrozenPeriodStore,
  MembershipReader,
  PeriodFreezer,
} from '../publishing';
import { UseStore } from '../UseStore';
import { createSilenceService } from './silence';

/** A person of a made-up history; days are days since 1970-01-01. */
export interface RecordedPerson {
  /** Active days. */
  days: number[];
  /** As a developer, `to` exclusive. */
  spans: Array<{ from: number; to: number | null }>;
  excluded?: boolean;
  optedOut?: boolean;
  /** Ids of teams, for as long as they are a developer. */
  teams?: number[];
  /** Used on each active day. */
  plugins?: string[];
  /** Done on each active day. */
  actions?: ActionKind[];
  /** Ids of values of attributes, for as long as they are a developer. */
  values?: number[];
}

const tables = [
  'joining_ranges',
  'joining_people',
  'frozen_members',
  'frozen_groups',
  'frozen_attributes',
  'frozen_periods',
  'activity_days',
  'daily_rollups',
  'person_days',
  'person_plugin_days',
  'person_action_days',
  'action_counts',
  'action_kind_counts',
  'installed_plugins',
  'developer_spans',
  'developer_counts',
  'team_spans',
  'attribute_spans',
  'attribute_values',
  'teams',
  'people',
];

/** Replaces everything about people by a made-up history. */
export async function recordHistory(
  knex: Knex,
  people: RecordedPerson[],
  reportedDays: number[] = [...new Set(people.flatMap(({ days }) => days))],
): Promise<void> {
  for (const table of tables) {
    await knex(table).delete();
  }
  const each = people.map((person, index) => ({ ...person, id: index + 1 }));
  await insert(
    knex,
    'people',
    each.map(({ id, excluded = false, optedOut = false }) => ({
      id,
      pseudonym: `p${id}`,
      excluded,
      opted_out: optedOut,
    })),
  );
  const used = each.flatMap(({ id, days, plugins = [], actions = [] }) =>
    days.map(day => ({ day, person_id: id, plugins, actions })),
  );
  await insert(
    knex,
    'person_days',
    used.map(({ plugins, actions, ...row }) => row),
  );
  await insert(
    knex,
    'person_plugin_days',
    used.flatMap(({ plugins, actions, ...row }) =>
      plugins.map(plugin_id => ({ ...row, plugin_id })),
    ),
  );
  const done = used.flatMap(({ plugins, actions, ...row }) =>
    actions.map(kind => ({ ...row, kind })),
  );
  await insert(knex, 'person_action_days', done);
  await addRows(
    knex,
    { table: 'action_kind_counts', key: ['day', 'kind'], add: ['n'] },
    [...Map.groupBy(done, ({ day, kind }) => `${day} ${kind}`).values()].map(
      rows => ({ day: rows[0].day, kind: rows[0].kind, n: 2 * rows.length }),
    ),
  );
  await insert(
    knex,
    'action_counts',
    reportedDays.map(day => ({ day, plugin_id: 'a', action: 'click', n: 1 })),
  );
  await recordOrganization(knex, each);
}

async function recordOrganization(
  knex: Knex,
  people: Array<RecordedPerson & { id: number }>,
): Promise<void> {
  const spans = people.flatMap(({ id, spans: own, teams = [], values = [] }) =>
    own.map(({ from, to }) => ({
      row: { person_id: id, from_day: from, to_day: to },
      teams,
      values,
    })),
  );
  await insert(
    knex,
    'developer_spans',
    spans.map(({ row }) => row),
  );
  await insert(
    knex,
    'team_spans',
    spans.flatMap(({ row, teams }) =>
      teams.map(team_id => ({ ...row, team_id })),
    ),
  );
  await insert(
    knex,
    'attribute_spans',
    spans.flatMap(({ row, values }) =>
      values.map(value_id => ({ ...row, value_id })),
    ),
  );
}

async function insert(knex: Knex, table: string, rows: object[]) {
  if (rows.length > 0) {
    await knex.batchInsert(table, rows, 200);
  }
}

/** Says how many developers there are from a day on. */
export async function recordDevelopers(
  knex: Knex,
  day: number,
  developers: number,
): Promise<void> {
  await knex('developer_counts').insert({
    day,
    developers,
    excluded: 0,
    held: false,
  });
}

/** The code that measures, on a database with a history. */
export function createMeasurer(
  knex: Knex,
  headCount?: number,
  {
    today = 0,
    minimumGroupSize = 5,
    attributes = [] as Array<{ id: string; beforeTeams: boolean }>,
  } = {},
) {
  const held = { from: undefined as number | undefined };
  const periods = new FrozenPeriodStore(knex);
  const sources = {
    activity: new ActivityStore(knex),
    uses: new UseStore(knex),
    actions: new ActionStore(knex),
    lifecycle: new LifecycleStore(knex),
    joining: new JoiningStore(knex),
    developers: new DeveloperStore(knex),
    samples: new SampleStore(knex),
    periods,
    freezer: new PeriodFreezer({
      store: periods,
      memberships: new MembershipReader(knex),
      minimumGroupSize,
      everybody: headCount !== undefined,
      attributes,
    }),
    today: () => today,
    silence: createSilenceService(knex),
    headCount,
    minimumGroupSize,
    heldFrom: async () => held.from,
  };
  const measurer = new ActiveUsersMeasurer(sources);
  return { ...sources, held, measurer };
}

/** Measurements of a dimension by member. */
export function membersOf(measurements: Measurement[], dimension: string) {
  return Object.fromEntries(
    measurements
      .filter(measurement => measurement.dimension === dimension)
      .map(({ member, ...rest }) => [member, rest]),
  );
}
