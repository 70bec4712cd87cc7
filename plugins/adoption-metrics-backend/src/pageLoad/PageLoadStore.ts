import {
  PageLoadKind,
  PageLoadMethod,
} from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { during } from '../database';
import { Interval } from '../time';
import { addBuckets, bucketCounts, BucketPair } from './bucketRows';
import { countOf, Histogram } from './histogram';
import { PageLoads } from './PageLoads';

type Summed = Record<string, string | number>;

/** Loads of one page under one kind, whose ends were found in one way. */
export interface LoadsPart extends PageLoads {
  kind: PageLoadKind;
  method: PageLoadMethod;
  routeId: string;
}

/** The loads that ended within one hour. */
interface HourLoads extends PageLoads {
  /** Its start, in ms UTC. */
  hourAt: number;
}

/** Reads measured page loads, and how many were not measured. */
export class PageLoadStore {
  /** @param targetMs - the target whose `withinTarget` is asked for */
  constructor(private readonly knex: Knex, private readonly targetMs: number) {}

  /** Loads of one kind added up. */
  async read(days: Interval, kind: PageLoadKind): Promise<PageLoads> {
    const [loads] = await this.#loadsBy(['kind'], table =>
      during(this.knex(`page_load_${table}`), days).where({ kind }),
    );
    return loads ?? { loads: 0, withinTarget: 0, histogram: new Map() };
  }

  /** Loads by kind, method, and page. */
  async readParts(days: Interval): Promise<LoadsPart[]> {
    const parts = await this.#loadsBy(['kind', 'method', 'route_id'], table =>
      during(this.knex(`page_load_${table}`), days),
    );
    return parts.map(({ key, ...loads }) => ({
      ...loads,
      kind: key.kind as PageLoadKind,
      method: key.method as PageLoadMethod,
      routeId: String(key.route_id),
    }));
  }

  /** How many loads were measured: of one page, or of all. */
  async countLoads(days: Interval, routeId?: string): Promise<number> {
    const [{ loads }] = await during(this.knex('page_load_counts'), days)
      .where(ofRoute(routeId))
      .sum({ loads: 'loads' });
    return Number(loads ?? 0);
  }

  /**
   * The hours still held, oldest first: of one page, or of all.
   *
   * @param during - in ms UTC
   */
  async readHours(
    { from, to }: Interval,
    kind: PageLoadKind,
    routeId?: string,
  ): Promise<HourLoads[]> {
    const where = { kind, ...ofRoute(routeId) };
    const hours = await this.#loadsBy(['hour_at'], table =>
      this.knex(`page_load_hour_${table}`)
        .where(where)
        .where('hour_at', '>=', from)
        .where('hour_at', '<', to),
    );
    return hours
      .map(({ key, ...loads }) => ({ ...loads, hourAt: Number(key.hour_at) }))
      .sort((a, b) => a.hourAt - b.hourAt);
  }

  /** Navigations whose load should be measured. */
  async readNavigations(days: Interval) {
    const table = during(this.knex('page_navigations'), days);
    const rows = await sumBy(table, ['kind'], ['n']);
    return rows.map(({ kind, n }) => ({
      kind: kind as PageLoadKind,
      n: Number(n),
    }));
  }

  /** Loads that could not be measured. */
  async readDiscards(days: Interval) {
    const table = during(this.knex('page_load_discards'), days);
    const rows = await sumBy(table, ['kind', 'reason'], ['n']);
    return rows.map(({ kind, reason, n }) => ({
      kind: kind as PageLoadKind,
      reason: String(reason),
      n: Number(n),
    }));
  }

  /** Events of any type that browsers dropped. */
  async readDroppedEvents(days: Interval) {
    const table = during(this.knex('dropped_events'), days);
    const rows = await sumBy(table, ['reason'], ['n']);
    return rows.map(({ reason, n }) => ({
      reason: String(reason),
      n: Number(n),
    }));
  }

  async #loadsBy(
    key: string[],
    from: (table: 'buckets' | 'counts') => Knex.QueryBuilder,
  ): Promise<Array<PageLoads & { key: Summed }>> {
    const [buckets, counts] = await Promise.all([
      sumBy(from('buckets'), [...key, 'bucket'], [...bucketCounts]),
      sumBy(from('counts').where({ target_ms: this.targetMs }), key, [
        'loads',
        'within_target',
      ]),
    ]);
    const judged = new Map(counts.map(row => [idOf(row, key), row]));
    return [...histogramsBy(buckets, key)].map(
      ([id, { histogram, ...rest }]) => ({
        ...rest,
        ...judge(histogram, judged.get(id)),
      }),
    );
  }
}

function ofRoute(routeId: string | undefined): { route_id?: string } {
  return routeId === undefined ? {} : { route_id: routeId };
}

async function sumBy(
  table: Knex.QueryBuilder,
  key: string[],
  numbers: string[],
): Promise<Summed[]> {
  const sums = Object.fromEntries(numbers.map(column => [column, column]));
  return table.groupBy(key).select(key).sum(sums).orderBy(key);
}

function histogramsBy(rows: Summed[], key: string[]) {
  const groups = new Map<string, { key: Summed; histogram: Histogram }>();
  for (const row of rows) {
    const id = idOf(row, key);
    const group = groups.get(id) ?? { key: row, histogram: new Map() };
    addBuckets(group.histogram, row as BucketPair);
    groups.set(id, group);
  }
  return groups;
}

function idOf(row: Summed, key: string[]): string {
  return key.map(column => row[column]).join(' ');
}

// Loads counted against another target do not show how many are within this one.
function judge(histogram: Histogram, judged: Summed | undefined): PageLoads {
  const loads = countOf(histogram);
  const comparable = Number(judged?.loads ?? 0) === loads;
  return {
    loads,
    withinTarget: comparable ? Number(judged?.within_target ?? 0) : undefined,
    histogram,
  };
}
