import { Knex } from 'knex';
import { chunked, returnedRows } from '../database';
import { Interval } from '../time';
import {
  CatalogScanStore,
  CompletedRun,
  ScanFailure,
  ScanFinding,
  StaleEntityFilter,
  StaleEntityQuery,
  StalenessReading,
} from './CatalogScanStore';
import { findingOf, FindingRow, FINDINGS } from './findingRows';
import { readingOf, ScanRow, SCANS } from './scanRows';

const NO_SOURCE = '';

/** An entity counts for a repair if nothing else is wrong with it. */
const CURED_BY_OWNER = `
  with stale as (
    select entity_uid, owner_ref,
      case when cause is null then entity_uid else reason || ' ' || cause end
        as repair
    from catalog_findings
    where source = :source and counted = :counted and owner_ref is not null
  ),
  repairable as (
    select entity_uid, owner_ref, min(repair) as repair
    from stale
    group by entity_uid, owner_ref
    having min(repair) = max(repair)
  ),
  ranked as (
    select owner_ref, count(*) as cured,
      row_number() over (partition by owner_ref order by count(*) desc)
        as place
    from repairable
    group by owner_ref, repair
  )
  select owner_ref, sum(cured) as cured
  from ranked
  where place <= :repairs
  group by owner_ref`;

/** Reads scans and findings from the plugin's database. */
export class DatabaseCatalogScanStore implements CatalogScanStore {
  constructor(private readonly knex: Knex) {}

  async latestCompleted(
    interval?: Interval,
  ): Promise<StalenessReading | undefined> {
    const query = this.#latest('completed');
    if (interval) {
      query
        .where('finished_at', '>=', interval.from)
        .where('finished_at', '<', interval.to);
    }
    const row = await query;
    return row && readingOf(row);
  }

  async latestRun(): Promise<CompletedRun | undefined> {
    const row = await this.#latest('completed');
    return (
      row && {
        startedAt: Number(row.started_at),
        finishedAt: Number(row.finished_at),
        total: Number(row.total),
      }
    );
  }

  async latestFailure(): Promise<ScanFailure | undefined> {
    const row = await this.#latest('failed');
    return (
      row && {
        source: row.source,
        startedAt: Number(row.started_at),
        finishedAt: Number(row.finished_at),
        error: row.error ?? '',
      }
    );
  }

  async listed(query: StaleEntityQuery): Promise<ScanFinding[]> {
    const { filter, order, after, limit } = query;
    const rows = this.#findings(await this.#currentSource());
    narrow(rows, filter);
    if (after) {
      skipTo(rows, { order, after });
    }
    const found = await rows
      .orderBy(order === 'since' ? ['since_at', 'entity_ref'] : ['entity_ref'])
      .limit(limit);
    return found.map(findingOf);
  }

  async curedByOwner(repairs: number): Promise<Map<string, number>> {
    const source = await this.#currentSource();
    const bindings = { source, counted: true, repairs };
    const answer = await this.knex.raw(CURED_BY_OWNER, bindings);
    const rows = returnedRows<{ owner_ref: string; cured: number }>(answer);
    return new Map(
      rows.map(({ owner_ref, cured }) => [owner_ref, Number(cured)]),
    );
  }

  async findingsOf(entityRefs: string[]): Promise<ScanFinding[]> {
    const source = await this.#currentSource();
    const found: FindingRow[] = [];
    for (const refs of chunked(entityRefs)) {
      const rows = this.#findings(source).whereIn('entity_ref', refs);
      found.push(...(await rows.orderBy(['since_at', 'reason'])));
    }
    return found.map(findingOf);
  }

  #findings(source: string): Knex.QueryBuilder<FindingRow, FindingRow[]> {
    return this.knex<FindingRow>(FINDINGS).where({ source }).select('*');
  }

  async #currentSource(): Promise<string> {
    return (await this.#latest('completed'))?.source ?? NO_SOURCE;
  }

  #latest(status: 'completed' | 'failed') {
    return this.knex<ScanRow>(SCANS)
      .where({ status })
      .orderBy('finished_at', 'desc')
      .orderBy('id', 'desc')
      .first();
  }
}

function narrow(
  rows: Knex.QueryBuilder<FindingRow, FindingRow[]>,
  filter: StaleEntityFilter,
): void {
  const { state, entityRef, reason, kind, ownerRefs, sinceAtMost } = filter;
  rows.where(reason === undefined ? { is_first: true } : { reason });
  if (state !== 'any') {
    rows.where({ counted: state === 'stale' });
  }
  // One that is neither counted nor exempted is still in its grace.
  if (state !== 'stale') {
    rows.where(found =>
      found.where({ counted: true }).orWhereNotNull('exempt_reason'),
    );
  }
  if (entityRef !== undefined) {
    rows.where({ entity_ref: entityRef });
  }
  if (kind !== undefined) {
    rows.whereRaw('lower(kind) = ?', [kind.toLocaleLowerCase('en-US')]);
  }
  if (ownerRefs !== undefined) {
    rows.whereIn('owner_ref', ownerRefs);
  }
  if (sinceAtMost !== undefined) {
    rows.where('since_at', '<=', sinceAtMost);
  }
}

function skipTo(
  rows: Knex.QueryBuilder<FindingRow, FindingRow[]>,
  { order, after }: Required<Pick<StaleEntityQuery, 'order' | 'after'>>,
): void {
  const { since, entityRef } = after;
  if (order === 'entity') {
    rows.where('entity_ref', '>', entityRef);
    return;
  }
  rows.where(later =>
    later
      .where('since_at', '>', since)
      .orWhere(same =>
        same.where('since_at', since).where('entity_ref', '>', entityRef),
      ),
  );
}
