import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { SentBatch } from './Reporters';

const MAX_AGE_MS = 72 * 3_600_000;

type Counts = Record<string, number>;

/** Everything the ingest adds events up to, by readable keys. */
export interface RollUps {
  /** `day person` */
  personDays: string[];
  /** `day plugin person` */
  personPluginDays: string[];
  /** `day plugin action` */
  actions: Counts;
  /** `day kind method route` */
  loads: Counts;
  /** The same keys, in ms. */
  loadSums: Counts;
  /** The same keys, summed over the buckets of the histogram. */
  bucketed: Counts;
  /** `day kind reason` */
  discards: Counts;
  /** `day kind route` */
  navigations: Counts;
  /** `day reason` */
  dropped: Counts;
}

/** Which batches are stored: the id of the person by the id of the batch. */
export async function storedBatches(knex: Knex): Promise<Map<string, number>> {
  const rows = await knex('ingest_batches').select('batch_id', 'person_id');
  return new Map(rows.map(row => [row.batch_id, row.person_id]));
}

/** The roll-ups of a database. */
export async function readRollUps(knex: Knex): Promise<RollUps> {
  const loads = ['day', 'kind', 'method', 'route_id'];
  return {
    personDays: await readKeys(knex('person_days'), ['day', 'person_id']),
    personPluginDays: await readKeys(knex('person_plugin_days'), [
      'day',
      'plugin_id',
      'person_id',
    ]),
    actions: await readSums(knex('action_counts'), 'n', [
      'day',
      'plugin_id',
      'action',
    ]),
    loads: await readSums(knex('page_load_counts'), 'loads', loads),
    loadSums: await readSums(knex('page_load_counts'), 'sum_ms', loads),
    bucketed: await readSums(
      knex.from(
        knex('page_load_buckets')
          .select(loads)
          .select(knex.raw('n_lower + n_upper as n'))
          .as('buckets'),
      ),
      'n',
      loads,
    ),
    discards: await readSums(knex('page_load_discards'), 'n', [
      'day',
      'kind',
      'reason',
    ]),
    navigations: await readSums(knex('page_navigations'), 'n', [
      'day',
      'kind',
      'route_id',
    ]),
    dropped: await readSums(knex('dropped_events'), 'n', ['day', 'reason']),
  };
}

/**
 * The roll-ups that batches must have led to, by adding their events up one by
 * one. Knows nothing of how the plugin does it.
 */
export function recount(
  batches: SentBatch[],
  options: { timeZone: string; now: number; idOf(batch: SentBatch): number },
): RollUps {
  const rollUps = emptyRollUps();
  const dayOf = calendarOf(options.timeZone);
  for (const batch of batches) {
    const person = options.idOf(batch);
    const events = batch.events.filter(
      ({ at }) => Date.parse(at) >= options.now - MAX_AGE_MS,
    );
    for (const event of events) {
      count(event, { rollUps, person, day: dayOf(event.at) });
    }
  }
  rollUps.personDays = distinct(rollUps.personDays);
  rollUps.personPluginDays = distinct(rollUps.personPluginDays);
  return rollUps;
}

function emptyRollUps(): RollUps {
  return {
    personDays: [],
    personPluginDays: [],
    actions: {},
    loads: {},
    loadSums: {},
    bucketed: {},
    discards: {},
    navigations: {},
    dropped: {},
  };
}

function count(
  event: CollectedEvent,
  { rollUps, person, day }: { rollUps: RollUps; person: number; day: number },
): void {
  if (event.type === 'interaction') {
    const { pluginId, action } = event;
    rollUps.personDays.push(`${day} ${person}`);
    rollUps.personPluginDays.push(`${day} ${pluginId} ${person}`);
    add(rollUps.actions, `${day} ${pluginId} ${action}`);
  } else if (event.type === 'page-load') {
    const { kind, method, routeId, duration } = event;
    const key = `${day} ${kind} ${method} ${routeId}`;
    add(rollUps.loads, key);
    add(rollUps.loadSums, key, Math.round(duration * 1000));
    add(rollUps.bucketed, key);
  } else if (event.type === 'page-load-discard') {
    add(rollUps.discards, `${day} ${event.kind} ${event.reason}`);
  } else if (event.type === 'navigation') {
    add(rollUps.navigations, `${day} ${event.kind} ${event.routeId}`);
  } else if (event.type === 'dropped-events') {
    add(rollUps.dropped, `${day} ${event.reason}`, event.count);
  }
}

function add(counts: Counts, key: string, n = 1): void {
  counts[key] = (counts[key] ?? 0) + n;
}

function distinct(keys: string[]): string[] {
  return [...new Set(keys)].sort();
}

/** Days since 1970-01-01 of the zone's calendar, by the zone data of Node.js. */
function calendarOf(timeZone: string): (instant: string) => number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  return instant => Date.parse(format.format(new Date(instant))) / 86_400_000;
}

async function readKeys(
  table: Knex.QueryBuilder,
  columns: string[],
): Promise<string[]> {
  const rows: Array<Record<string, unknown>> = await table.select(columns);
  return rows.map(row => keyOf(row, columns)).sort();
}

async function readSums(
  table: Knex.QueryBuilder,
  sum: string,
  columns: string[],
): Promise<Counts> {
  const rows: Array<Record<string, unknown>> = await table
    .select(columns)
    .sum({ sum })
    .groupBy(columns);
  return Object.fromEntries(
    rows.map(row => [keyOf(row, columns), Number(row.sum)]),
  );
}

function keyOf(row: Record<string, unknown>, columns: string[]): string {
  return columns.map(column => row[column]).join(' ');
}
