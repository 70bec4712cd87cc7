import { Knex } from 'knex';
import { chunked, isConflict, plainText, rowsOfTexts } from '../../database';
import { HOUR_MS, ReportingZone } from '../../time';
import { findingOf, FindingRow, FINDINGS } from '../findingRows';
import { ScanFinding } from '../ScanFinding';
import { completedColumns, ScanRow, SCANS } from '../scanRows';
import { StalenessReading } from '../StalenessReading';
import { expiredScans } from './expiredScans';
import { IdSet } from './IdSet';
import {
  ListedFinding,
  RunningScan,
  ScanFailure,
  ScanProgress,
  ScanSupersededError,
} from './RunningScan';
import {
  discardStaged,
  moveToList,
  removeAllBut,
  stage,
} from './stagedFindings';

/** Older interrupted scans are restarted, because their pages are outdated. */
const RESUMABLE_MS = HOUR_MS;

/** In UTF-16 units. */
const LONGEST_ERROR = 1_000;

/** Columns that only a running scan uses. */
const stopped = { running_source: null, basis: null, checkpoint: null };

interface Beginning {
  source: string;
  /** Identifies everything the judgments depend on. */
  basis: string;
  /** In ms UTC. */
  now: number;
}

/**
 * Stages findings until the whole catalog has been read, and then replaces the
 * listed ones at once.
 *
 * `begin`, `save`, and `complete` throw a `ScanSupersededError` if another
 * replica has taken over the scan.
 */
export class ScanRecorder {
  /**
   * @param zone - determines which scan is the last one of a day
   */
  constructor(
    private readonly knex: Knex,
    private readonly zone = ReportingZone.create('UTC'),
  ) {}

  /**
   * Resumes the running scan of a source, or begins a new one. A scan with
   * other rules, or one that was interrupted long ago, is discarded.
   */
  async begin(
    request: Beginning,
  ): Promise<{ scan: RunningScan; progress?: ScanProgress }> {
    try {
      return await this.knex.transaction(tx => beginOrResume(tx, request));
    } catch (error) {
      // Another replica began at the same time; its scan can be resumed.
      if (isConflict(error)) {
        return this.knex.transaction(tx => beginOrResume(tx, request));
      }
      throw error;
    }
  }

  /** Listed findings about some entities. */
  async listedOf(
    source: string,
    entityRefs: string[],
  ): Promise<ListedFinding[]> {
    const found = await rowsOfTexts<FindingRow>(this.knex, {
      table: FINDINGS,
      column: 'entity_ref',
      texts: entityRefs,
    }).where({ source });
    return found.map(row => ({ id: row.id, finding: findingOf(row) }));
  }

  /**
   * Stores the progress of a scan.
   *
   * @param findings - new or changed since the last call
   */
  async save(
    scan: RunningScan,
    progress: ScanProgress,
    { findings, at }: { findings: ScanFinding[]; at: number },
  ): Promise<void> {
    const checkpoint = writeProgress(progress);
    await this.knex.transaction(async tx => {
      await update(tx, scan, { checkpoint, finished_at: at });
      await stage(tx, scan, findings);
    });
  }

  /** Publishes the findings of a scan. */
  async complete(
    scan: RunningScan,
    outcome: {
      reading: StalenessReading;
      confirmed: IdSet;
      findings: ScanFinding[];
    },
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      const columns = completedColumns(outcome.reading);
      await update(tx, scan, { ...columns, ...stopped });
      await stage(tx, scan, outcome.findings);
      await removeAllBut(tx, outcome.confirmed, scan.source);
      await moveToList(tx, scan);
      await this.#cleanUp(tx);
    });
  }

  /** Stores why a scan failed, and discards it. */
  async fail(failure: ScanFailure, scan?: RunningScan): Promise<void> {
    await this.knex.transaction(async tx => {
      if (scan) {
        await abandon(tx, scan.id, scan.turn);
      }
      await tx(SCANS).insert({
        source: failure.source,
        started_at: failure.startedAt,
        finished_at: failure.finishedAt,
        status: 'failed',
        error: plainText(failure.error, { most: LONGEST_ERROR }),
      });
      await this.#cleanUp(tx);
    });
  }

  async #cleanUp(tx: Knex): Promise<void> {
    const rows = await tx<ScanRow>(SCANS)
      .whereNot({ status: 'running' })
      .select('id', 'source', 'finished_at', 'status');
    const scans = rows.map(({ finished_at, ...rest }) => ({
      ...rest,
      finishedAt: Number(finished_at),
    }));
    for (const ids of chunked(expiredScans(scans, this.zone))) {
      await tx(SCANS).whereIn('id', ids).delete();
    }
  }
}

async function beginOrResume(tx: Knex, request: Beginning) {
  const { source, basis, now } = request;
  const row = await tx<ScanRow>(SCANS)
    .where({ running_source: source })
    .first();
  if (row && isResumable(row, request)) {
    return resume(tx, row);
  }
  if (row) {
    await abandon(tx, row.id, row.turn);
  }
  const scan = { source, startedAt: now, turn: 1 };
  const [{ id }] = await tx<ScanRow>(SCANS)
    .insert({
      source,
      basis,
      turn: scan.turn,
      status: 'running',
      running_source: source,
      started_at: now,
      finished_at: now,
    })
    .returning('id');
  return { scan: { ...scan, id } };
}

function isResumable(row: ScanRow, { basis, now }: Beginning): boolean {
  return row.basis === basis && now - Number(row.finished_at) <= RESUMABLE_MS;
}

async function resume(tx: Knex, row: ScanRow) {
  const { id, source, checkpoint, started_at } = row;
  const scan = { id, source, startedAt: Number(started_at), turn: row.turn };
  await update(tx, scan, { turn: scan.turn + 1 });
  return {
    scan: { ...scan, turn: scan.turn + 1 },
    ...(checkpoint !== null && { progress: readProgress(checkpoint) }),
  };
}

/**
 * @throws ScanSupersededError if another replica has taken over
 */
async function update(
  tx: Knex,
  { id, turn }: RunningScan,
  columns: Partial<ScanRow>,
): Promise<void> {
  const running = tx<ScanRow>(SCANS).where({ id, turn, status: 'running' });
  if ((await running.update(columns)) === 0) {
    throw new ScanSupersededError();
  }
}

async function abandon(tx: Knex, id: number, turn: number): Promise<void> {
  const deleted = await tx<ScanRow>(SCANS)
    .where({ id, turn, status: 'running' })
    .delete();
  if (deleted > 0) {
    await discardStaged(tx, id);
  }
}

function writeProgress({ confirmed, ...rest }: ScanProgress): string {
  return JSON.stringify({ ...rest, confirmed: confirmed.toText() });
}

function readProgress(checkpoint: string): ScanProgress {
  const { confirmed, ...rest } = JSON.parse(checkpoint);
  return { ...rest, confirmed: IdSet.fromText(confirmed) };
}
