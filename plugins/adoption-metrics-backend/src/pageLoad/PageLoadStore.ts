import {
  PageLoadKind,
  PageLoadMethod,
} from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { breathe, during } from '../database';
import { Interval } from '../time';
import { addBuckets, bucketCounts, BucketPair } from './bucketRows';
import { countOf, Histogram } from './histogram';
import { PageLoads } from './PageLoads';

type Summed = Record<string, string | number>;

/** Counters with their histograms to read per statement. */
const COUNTERS_AT_ONCE = 500;

/** How many counters of page loads a range has. */
interface LoadCounters {
  rows: number;
  /** The range in parts, which are read one after another. */
  parts: Interval[];
}

/** Loads of one page, kind, and timing method. */
export interface LoadsPart extends PageLoads {
  kind: PageLoadKind;
  method: PageLoadMethod;
  routeId: string;
}

/** Loads that ended in one hour. */
interface HourLoads extends PageLoads {
  /** Its start, in ms UTC. */
  hourAt: number;
}

/** Reads page loads, and how many loads were not measured. */
export class PageLoadStore {
  /**
   * @param targetMs - the target that loads are judged by
   */
  constructor(private readonly knex: Knex, private readonly targetMs: number) {}

  /** All loads of one kind. */
  async read(days: Interval, kind: PageLoadKind): Promise<PageLoads> {
    const { parts } = await this.countDays(days);
    const [loads] = await this.#loadsBy(['kind'], parts, (table, part) =>
      during(this.knex(`page_load_${table}`), part).where({ kind }),
    );
    return loads ?? { loads: 0, withinTarget: 0, histogram: new Map() };
  }

  /** Loads by kind, method, and page. */
  async readParts(days: Interval): Promise<LoadsPart[]> {
    const key = ['kind', 'method', 'route_id'];
    const { parts } = await this.countDays(days);
    const loadsByKey = await this.#loadsBy(key, parts, (table, part) =>
      during(this.knex(`page_load_${table}`), part),
    );
    return loadsByKey.map(({ key: of, ...loads }) => ({
      ...loads,
      kind: of.kind as PageLoadKind,
      method: of.method as PageLoadMethod,
      routeId: String(of.route_id),
    }));
  }

  /** The number of counters in a range of days. */
  async countDays(days: Interval): Promise<LoadCounters> {
    return countersOf(during(this.knex('page_load_counts'), days), 'day');
  }

  /** The number of counters of one kind in a range of hours, in ms UTC. */
  async countHours(
    hours: Interval,
    kind: PageLoadKind,
    routeId?: string,
  ): Promise<LoadCounters> {
    return countersOf(
      this.#hoursOf('counts', hours, { kind, ...ofRoute(routeId) }),
      'hour_at',
    );
  }

  /** The number of loads, of one page or of all. */
  async countLoads(days: Interval, routeId?: string): Promise<number> {
    const [{ loads }] = await during(this.knex('page_load_counts'), days)
      .where(ofRoute(routeId))
      .sum({ loads: 'loads' });
    return Number(loads ?? 0);
  }

  /**
   * Stored hours, oldest first, of one page or of all.
   *
   * @param parts - in ms UTC
   */
  async readHours(
    parts: Interval[],
    kind: PageLoadKind,
    routeId?: string,
  ): Promise<HourLoads[]> {
    const where = { kind, ...ofRoute(routeId) };
    const hours = await this.#loadsBy(['hour_at'], parts, (table, part) =>
      this.#hoursOf(table, part, where),
    );
    return hours
      .map(({ key, ...loads }) => ({ ...loads, hourAt: Number(key.hour_at) }))
      .sort((a, b) => a.hourAt - b.hourAt);
  }

  /** Navigations whose load time should have been measured. */
  async readNavigations(days: Interval) {
    const table = during(this.knex('page_navigations'), days);
    const rows = await sumBy(table, ['kind'], ['n']);
    return rows.map(({ kind, n }) => ({
      kind: kind as PageLoadKind,
      n: Number(n),
    }));
  }

  /** Loads that could not be measured, by reason. */
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

  #hoursOf(
    table: LoadTable,
    { from, to }: Interval,
    where: object,
  ): Knex.QueryBuilder {
    return this.knex(`page_load_hour_${table}`)
      .where(where)
      .where('hour_at', '>=', from)
      .where('hour_at', '<', to);
  }

  // Read in parts, because the rows of a year would block the process.
  async #loadsBy(
    key: string[],
    parts: Interval[],
    from: (table: LoadTable, part: Interval) => Knex.QueryBuilder,
  ): Promise<Array<PageLoads & { key: Summed }>> {
    const groups = new Map<string, LoadSums>();
    for (const part of parts) {
      const [buckets, counts] = await Promise.all([
        sumBy(from('buckets', part), [...key, 'bucket'], [...bucketCounts]),
        sumBy(from('counts', part).where({ target_ms: this.targetMs }), key, [
          'loads',
          'within_target',
        ]),
      ]);
      await breathe();
      buckets.forEach(row =>
        addBuckets(sumsOf(groups, row, key).histogram, row as BucketPair),
      );
      await breathe();
      counts.forEach(row => addCounts(groups.get(idOf(row, key)), row));
    }
    return [...groups.values()].map(judge);
  }
}

type LoadTable = 'buckets' | 'counts';

/** Sums of the rows with one key. */
interface LoadSums {
  key: Summed;
  histogram: Histogram;
  /** Loads that were judged by the target, and those within it. */
  counted: number;
  within: number;
}

async function countersOf(
  counts: Knex.QueryBuilder,
  time: string,
): Promise<LoadCounters> {
  const found: Summed[] = await counts
    .groupBy(time)
    .orderBy(time)
    .select(time)
    .count({ n: '*' });
  const parts: Interval[] = [];
  let rows = 0;
  let held = Infinity;
  for (const row of found) {
    const [at, n] = [Number(row[time]), Number(row.n)];
    rows += n;
    held += n;
    if (held > COUNTERS_AT_ONCE) {
      parts.push({ from: at, to: at + 1 });
      held = n;
    } else {
      parts.at(-1)!.to = at + 1;
    }
  }
  return { rows, parts };
}

function sumsOf(
  groups: Map<string, LoadSums>,
  row: Summed,
  key: string[],
): LoadSums {
  const id = idOf(row, key);
  const found = groups.get(id);
  if (found) {
    return found;
  }
  const sums = { key: row, histogram: new Map(), counted: 0, within: 0 };
  groups.set(id, sums);
  return sums;
}

function addCounts(sums: LoadSums | undefined, row: Summed): void {
  if (sums) {
    sums.counted += Number(row.loads);
    sums.within += Number(row.within_target);
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

function idOf(row: Summed, key: string[]): string {
  return key.map(column => row[column]).join(' ');
}

// Loads that were judged by another target cannot be compared with this one.
function judge({
  key,
  histogram,
  counted,
  within,
}: LoadSums): PageLoads & { key: Summed } {
  const loads = countOf(histogram);
  const withinTarget = counted === loads ? within : undefined;
  return { key, loads, withinTarget, histogram };
}
