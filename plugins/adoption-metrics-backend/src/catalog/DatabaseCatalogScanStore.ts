import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';
import { Interval, ReportingZone } from '../time';
import {
  CatalogScanStore,
  CompletedScan,
  ScanFailure,
  ScanFinding,
  StaleEntityFilter,
  StaleEntityQuery,
  StalenessReading,
} from './CatalogScanStore';
import { expiredScans, outdatedScans } from './scanRetention';

const SCANS = 'catalog_scans';
const FINDINGS = 'catalog_findings';
const PORTAL = 'portal';
const NO_SCAN = 0;

interface ScanRow {
  id: number;
  source: string;
  started_at: number | string;
  finished_at: number | string;
  status: string;
  total: number | null;
  stale: number | null;
  breakdown: string | null;
  error: string | null;
}

interface FindingRow {
  scan_id: number;
  entity_uid: string;
  reason: string;
  entity_ref: string;
  kind: string;
  owner_ref: string | null;
  sentence: string;
  hint: string;
  since_at: number | string;
  counted: boolean | number;
  is_first: boolean | number;
  exempt_reason: string | null;
  exempt_until: string | null;
}

/** Keeps scans and findings in the plugin's database. */
export class DatabaseCatalogScanStore implements CatalogScanStore {
  /** @param zone - decides which scan is the last one of a day */
  constructor(
    private readonly knex: Knex,
    private readonly zone = ReportingZone.create('UTC'),
  ) {}

  async currentFindings(source: string): Promise<ScanFinding[]> {
    const scan = await this.#latest('completed').where({ source });
    const rows = await this.knex<FindingRow>(FINDINGS).where({
      scan_id: scan?.id ?? NO_SCAN,
    });
    return rows.map(findingOf);
  }

  async publish(scan: CompletedScan): Promise<void> {
    await this.knex.transaction(async tx => {
      const [{ id }] = await tx(SCANS)
        .insert(completedRow(scan))
        .returning<Array<Pick<ScanRow, 'id'>>>('id');
      const rows = scan.findings.map(finding => findingRow(id, finding));
      await insertMissing(
        tx,
        { table: FINDINGS, key: ['scan_id', 'entity_uid', 'reason'] },
        rows,
      );
      await this.#cleanUp(tx);
    });
  }

  async recordFailure(failure: ScanFailure): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx(SCANS).insert({
        source: failure.source ?? PORTAL,
        started_at: failure.startedAt,
        finished_at: failure.finishedAt,
        status: 'failed',
        error: failure.error,
      });
      await this.#cleanUp(tx);
    });
  }

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
    const rows = this.#findings(await this.#currentScan());
    narrow(rows, filter);
    if (after) {
      skipTo(rows, { order, after });
    }
    const found = await rows
      .orderBy(order === 'since' ? ['since_at', 'entity_ref'] : ['entity_ref'])
      .limit(limit);
    return found.map(findingOf);
  }

  async findingsOf(entityRefs: string[]): Promise<ScanFinding[]> {
    const scan = await this.#currentScan();
    const found: FindingRow[] = [];
    for (const refs of chunked(entityRefs)) {
      const rows = this.#findings(scan).whereIn('entity_ref', refs);
      found.push(...(await rows.orderBy(['since_at', 'reason'])));
    }
    return found.map(findingOf);
  }

  #findings(scan: number): Knex.QueryBuilder<FindingRow, FindingRow[]> {
    return this.knex<FindingRow>(FINDINGS).where({ scan_id: scan }).select('*');
  }

  async #currentScan(): Promise<number> {
    return (await this.#latest('completed'))?.id ?? NO_SCAN;
  }

  #latest(status: 'completed' | 'failed') {
    return this.knex<ScanRow>(SCANS)
      .where({ status })
      .orderBy('finished_at', 'desc')
      .orderBy('id', 'desc')
      .first();
  }

  async #cleanUp(tx: Knex): Promise<void> {
    const rows = await tx<ScanRow>(SCANS).select(
      'id',
      'source',
      'finished_at',
      'status',
    );
    const scans = rows.map(({ finished_at, ...rest }) => ({
      ...rest,
      finishedAt: Number(finished_at),
    }));
    // Not those of every other scan: one that another replica has committed
    // since the scans were read is not among them.
    for (const ids of chunked(outdatedScans(scans))) {
      await tx(FINDINGS).whereIn('scan_id', ids).delete();
    }
    for (const ids of chunked(expiredScans(scans, this.zone))) {
      await tx(SCANS).whereIn('id', ids).delete();
    }
  }
}

function completedRow({ source, startedAt, reading }: CompletedScan) {
  const { scannedAt, total, stale, ...breakdown } = reading;
  return {
    source: source ?? PORTAL,
    started_at: startedAt,
    finished_at: scannedAt,
    status: 'completed',
    total,
    stale,
    breakdown: JSON.stringify(breakdown),
  };
}

function readingOf(row: ScanRow): StalenessReading {
  return {
    exempt: 0,
    ...JSON.parse(row.breakdown ?? '{}'),
    scannedAt: Number(row.finished_at),
    total: Number(row.total),
    stale: Number(row.stale),
  };
}

function findingRow(scanId: number, finding: ScanFinding) {
  return {
    scan_id: scanId,
    entity_uid: finding.entityUid,
    reason: finding.reason,
    entity_ref: finding.entityRef,
    kind: finding.kind,
    owner_ref: finding.ownerRef ?? null,
    sentence: finding.sentence,
    hint: finding.hint,
    since_at: finding.since,
    counted: finding.counted,
    is_first: finding.isFirst,
    exempt_reason: finding.exemption?.reason ?? null,
    exempt_until: finding.exemption?.until ?? null,
  };
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
    rows.where({ kind });
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

function findingOf(row: FindingRow): ScanFinding {
  return {
    entityUid: row.entity_uid,
    entityRef: row.entity_ref,
    kind: row.kind,
    ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
    reason: row.reason,
    sentence: row.sentence,
    hint: row.hint,
    since: Number(row.since_at),
    counted: Boolean(row.counted),
    isFirst: Boolean(row.is_first),
    ...(row.exempt_reason !== null && {
      exemption: { reason: row.exempt_reason, until: row.exempt_until ?? '' },
    }),
  };
}
