import { Knex } from 'knex';
import { chunked, returnedRows, textsOfJson } from '../database';
import { Interval } from '../time';
import { findingOf, FINDING_OWNERS, FindingRow, FINDINGS } from './findingRows';
import { ScanFinding } from './ScanFinding';
import { readingOf, ScanRow, SCANS } from './scanRows';
import { StalenessReading } from './StalenessReading';

/** Selects listed entities. */
export interface StaleEntityFilter {
  /** Stale entities, exempt ones, or both. */
  state: 'stale' | 'exempt' | 'any';
  entityRef?: string;
  /** Only entities with this reason; `since` then refers to that reason. */
  reason?: string;
  /** Not case-sensitive. */
  kind?: string;
  /** Only entities of any of these owners, or without an owner. */
  owners?: string[] | 'none';
  /** Only entities that have been stale at least since then, in ms UTC. */
  sinceAtMost?: number;
}

/** The longest stale first, or by entity ref. */
type StaleEntityOrder = 'since' | 'entity';

/** The position in a list. */
export type StaleEntityPosition = Pick<ScanFinding, 'since' | 'entityRef'>;

export interface StaleEntityQuery {
  filter: StaleEntityFilter;
  order: StaleEntityOrder;
  after?: StaleEntityPosition;
  limit: number;
}

/** The latest completed scan. Instants are in ms UTC. */
export interface CompletedRun {
  startedAt: number;
  finishedAt: number;
  /** The number of entities that were judged. */
  total: number;
}

const NO_SOURCE = '';
const NO_OWNERS = '[]';

/** A fix helps an entity only if nothing else is wrong with it. */
const CURED_BY_OWNER = `
  with stale as (
    select entity_ref, owner_ref,
      case when cause is null then entity_ref else reason || ' ' || cause end
        as fix
    from catalog_findings
    join catalog_finding_owners on finding_id = id
    where source = :source and counted = :counted
  ),
  fixable as (
    select entity_ref, owner_ref, min(fix) as fix
    from stale
    group by entity_ref, owner_ref
    having min(fix) = max(fix)
  ),
  ranked as (
    select owner_ref, count(*) as cured,
      row_number() over (partition by owner_ref order by count(*) desc)
        as place
    from fixable
    group by owner_ref, fix
  )
  select owner_ref, sum(cured) as cured
  from ranked
  where place <= :fixes
  group by owner_ref`;

/** Reads scans and their findings. */
export class CatalogScanStore {
  constructor(private readonly knex: Knex) {}

  /**
   * The latest completed scan, even if later ones failed.
   *
   * @param interval - in which it was completed, in ms UTC
   */
  async latest(interval?: Interval): Promise<StalenessReading | undefined> {
    const query = this.#latest('completed');
    if (interval) {
      query
        .where('finished_at', '>=', interval.from)
        .where('finished_at', '<', interval.to);
    }
    const row = await query;
    return row && readingOf(row);
  }

  /** How the latest completed scan went. */
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

  /**
   * The last failure, unless a scan was completed afterwards; `at` in ms UTC.
   */
  async lastFailure(): Promise<{ at: number; error: string } | undefined> {
    const failed = await this.#latest('failed');
    const completed = await this.#latest('completed');
    const at = Number(failed?.finished_at);
    return failed && !(completed && Number(completed.finished_at) >= at)
      ? { at, error: failed.error ?? '' }
      : undefined;
  }

  /**
   * A page of the findings of the latest completed scan, with one finding per
   * entity: the requested one, or else the oldest.
   */
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

  /**
   * How many stale entities each owner could resolve with their most effective
   * fixes. A fix resolves one entity, or all entities that only have that
   * cause.
   */
  async curedByOwner(fixes: number): Promise<Map<string, number>> {
    const source = await this.#currentSource();
    const bindings = { source, counted: true, fixes };
    const answer = await this.knex.raw(CURED_BY_OWNER, bindings);
    const rows = returnedRows<{ owner_ref: string; cured: number }>(answer);
    return new Map(
      rows.map(({ owner_ref, cured }) => [owner_ref, Number(cured)]),
    );
  }

  /** The number of stale entities with owners, but none of these. */
  async countOfOthers(ownerRefs: string[]): Promise<number> {
    const source = await this.#currentSource();
    const { knex } = this;
    const texts = textsOfJson(knex, JSON.stringify(ownerRefs), 'shown');
    const row = await knex(FINDINGS)
      .where({ source, is_first: true, counted: true })
      .whereNot({ owner_refs: NO_OWNERS })
      .whereNotIn('id', owned =>
        owned
          .from(FINDING_OWNERS)
          .whereIn('owner_ref', knex.select('shown.value').from(texts))
          .select('finding_id'),
      )
      .count({ n: '*' })
      .first();
    return Number(row?.n);
  }

  /**
   * All findings of the latest completed scan about these entities, oldest
   * first.
   */
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
  const { state, entityRef, reason, kind, owners, sinceAtMost } = filter;
  rows.where(reason === undefined ? { is_first: true } : { reason });
  if (state !== 'any') {
    rows.where({ counted: state === 'stale' });
  }
  // Neither counted nor exempt means that it is in its grace period.
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
  if (owners === 'none') {
    rows.where({ owner_refs: NO_OWNERS });
  } else if (owners !== undefined) {
    rows.whereIn('id', owned =>
      owned
        .from(FINDING_OWNERS)
        .whereIn('owner_ref', owners)
        .select('finding_id'),
    );
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
