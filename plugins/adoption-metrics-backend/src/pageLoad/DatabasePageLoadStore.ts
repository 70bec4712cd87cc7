import { PageLoadKind } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { Interval } from '../time';
import { countOf, Histogram } from './histogram';
import { PageLoads, PageLoadStore } from './PageLoadStore';

type SummedRow = Record<
  'kind' | 'reason' | 'route_id' | 'bucket' | 'n',
  string
>;

export class DatabasePageLoadStore implements PageLoadStore {
  constructor(private readonly knex: Knex, private readonly targetMs: number) {}

  async read(days: Interval, kind: PageLoadKind): Promise<PageLoads> {
    const [buckets, within] = await Promise.all([
      during(this.knex('page_load_buckets'), days)
        .where({ kind })
        .groupBy('bucket')
        .select('bucket')
        .sum({ n: 'n' }),
      during(this.knex('page_load_counts'), days)
        .where({ kind, target_ms: this.targetMs })
        .sum({ loads: 'loads', within: 'within_target' })
        .first(),
    ]);
    const histogram: Histogram = new Map(
      (buckets as SummedRow[]).map(row => [Number(row.bucket), Number(row.n)]),
    );
    const loads = countOf(histogram);
    const comparable = Number(within?.loads ?? 0) === loads;
    return {
      loads,
      withinTarget: comparable ? Number(within?.within ?? 0) : undefined,
      histogram,
    };
  }

  async readByRoute(days: Interval) {
    const rows = await during(this.knex('page_load_buckets'), days)
      .whereIn('kind', ['initial', 'route'])
      .groupBy('route_id', 'bucket')
      .select('route_id', 'bucket')
      .sum({ n: 'n' });
    const routes = new Map<string, Histogram>();
    for (const { route_id, bucket, n } of rows as SummedRow[]) {
      const histogram = routes.get(route_id) ?? new Map();
      routes.set(route_id, histogram.set(Number(bucket), Number(n)));
    }
    return [...routes]
      .map(([routeId, histogram]) => ({ routeId, histogram }))
      .sort(
        (a, b) =>
          countOf(b.histogram) - countOf(a.histogram) ||
          (a.routeId < b.routeId ? -1 : 1),
      );
  }

  async readDiscards(days: Interval) {
    const rows = await during(this.knex('page_load_discards'), days)
      .groupBy('kind', 'reason')
      .select('kind', 'reason')
      .sum({ n: 'n' })
      .orderBy(['kind', 'reason']);
    return (rows as SummedRow[]).map(({ kind, reason, n }) => ({
      kind,
      reason,
      n: Number(n),
    }));
  }
}

function during(table: Knex.QueryBuilder, days: Interval) {
  return table.where('day', '>=', days.from).where('day', '<', days.to);
}
