import { Knex } from 'knex';
import { chunked, isSqlite, replaceRows } from '../database';
import { Interval } from '../time';
import {
  CatalogScanStore,
  ScanFailure,
  ScanFinding,
  StaleFinding,
  StalenessReading,
} from './CatalogScanStore';
import { expiredScans } from './scanRetention';

const SCANS = 'catalog_scans';
const FINDINGS = 'catalog_findings';

interface ScanRow {
  id: number;
  started_at: number | string;
  finished_at: number | string;
  status: string;
  total: number | null;
  stale: number | null;
  breakdown: string | null;
  error: string | null;
}

interface FindingRow {
  entity_uid: string;
  reason: string;
  entity_ref: string;
  kind: string;
  owner_ref: string | null;
  sentence: string;
  hint: string;
  since_at: number | string;
  counted: boolean | number;
}

/** Keeps scans and findings in the plugin's database. */
export class DatabaseCatalogScanStore implements CatalogScanStore {
  constructor(private readonly knex: Knex) {}

  async currentFindings(): Promise<ScanFinding[]> {
    const rows = await this.knex<FindingRow>(FINDINGS);
    return rows.map(row => ({
      ...findingOf(row),
      entityUid: row.entity_uid,
      counted: Boolean(row.counted),
    }));
  }

  async publish(scan: {
    startedAt: number;
    reading: StalenessReading;
    findings: ScanFinding[];
  }): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx(SCANS).insert(completedRow(scan));
      await replaceFindings(tx, scan.findings);
      await deleteExpired(tx);
    });
  }

  async recordFailure(failure: ScanFailure): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx(SCANS).insert({
        started_at: failure.startedAt,
        finished_at: failure.finishedAt,
        status: 'failed',
        error: failure.error,
      });
      await deleteExpired(tx);
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
        startedAt: Number(row.started_at),
        finishedAt: Number(row.finished_at),
        error: row.error ?? '',
      }
    );
  }

  async countedFindings(limit: number): Promise<StaleFinding[]> {
    const rows = await this.knex<FindingRow>(FINDINGS)
      .where('counted', true)
      .orderBy(['since_at', 'entity_ref', 'reason'])
      .limit(limit);
    return rows.map(findingOf);
  }

  #latest(status: 'completed' | 'failed') {
    return this.knex<ScanRow>(SCANS)
      .where({ status })
      .orderBy('finished_at', 'desc')
      .orderBy('id', 'desc')
      .first();
  }
}

async function replaceFindings(tx: Knex, findings: ScanFinding[]) {
  // Two scans that end together would otherwise leave a mixture of both.
  if (!isSqlite(tx)) {
    await tx.raw('lock table ?? in exclusive mode', [FINDINGS]);
  }
  await tx(FINDINGS).delete();
  await replaceRows(
    tx,
    { table: FINDINGS, key: ['entity_uid', 'reason'] },
    findings.map(findingRow),
  );
}

async function deleteExpired(tx: Knex): Promise<void> {
  const rows = await tx<ScanRow>(SCANS).select('id', 'finished_at', 'status');
  const expired = expiredScans(
    rows.map(({ id, finished_at, status }) => ({
      id,
      finishedAt: Number(finished_at),
      status,
    })),
  );
  for (const ids of chunked(expired)) {
    await tx(SCANS).whereIn('id', ids).delete();
  }
}

function completedRow(scan: { startedAt: number; reading: StalenessReading }) {
  const { scannedAt, total, stale, ...breakdown } = scan.reading;
  return {
    started_at: scan.startedAt,
    finished_at: scannedAt,
    status: 'completed',
    total,
    stale,
    breakdown: JSON.stringify(breakdown),
  };
}

function readingOf(row: ScanRow): StalenessReading {
  return {
    ...JSON.parse(row.breakdown ?? '{}'),
    scannedAt: Number(row.finished_at),
    total: Number(row.total),
    stale: Number(row.stale),
  };
}

function findingRow(finding: ScanFinding) {
  return {
    entity_uid: finding.entityUid,
    reason: finding.reason,
    entity_ref: finding.entityRef,
    kind: finding.kind,
    owner_ref: finding.ownerRef ?? null,
    sentence: finding.sentence,
    hint: finding.hint,
    since_at: finding.since,
    counted: finding.counted,
  };
}

function findingOf(row: FindingRow): StaleFinding {
  return {
    entityRef: row.entity_ref,
    kind: row.kind,
    ...(row.owner_ref !== null && { ownerRef: row.owner_ref }),
    reason: row.reason,
    sentence: row.sentence,
    hint: row.hint,
    since: Number(row.since_at),
  };
}
