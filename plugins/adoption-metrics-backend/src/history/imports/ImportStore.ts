import { HistoryImport } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { toOptionalNumber } from '../../database';
import { Day, formatDay, formatInstant } from '../../time';

const TABLE = 'history_imports';

/** The maximum number of imports in a list. */
const MOST = 100;

/** The preview of an import, without names. */
export type ImportPreview = Pick<
  HistoryImport,
  'interactions' | 'people' | 'perDay' | 'skipped'
>;

/** A stored import. */
export interface StoredImport {
  id: number;
  source: string;
  label: string;
  counts: string;
  state: HistoryImport['state'];
  /** ms UTC. */
  createdAt: number;
  endedAt: number | undefined;
  failure: string | undefined;
  /** Inclusive, like `lastDay`; undefined if there is nothing to import. */
  firstDay: Day | undefined;
  lastDay: Day | undefined;
  preview: ImportPreview;
}

interface ImportRow {
  id: number;
  source: string;
  label: string;
  counts: string;
  state: HistoryImport['state'];
  created_at: number | string;
  ended_at: number | string | null;
  failure: string | null;
  first_day: number | null;
  last_day: number | null;
  preview: string;
}

/** Stores imports and their progress. */
export class ImportStore {
  constructor(private readonly knex: Knex) {}

  async add(
    given: Pick<
      StoredImport,
      'source' | 'label' | 'counts' | 'createdAt' | 'preview'
    > &
      Partial<Pick<StoredImport, 'firstDay' | 'lastDay'>>,
    tx: Knex = this.knex,
  ): Promise<StoredImport> {
    const { source, label, counts, createdAt, preview } = given;
    const [row] = await tx<ImportRow>(TABLE)
      .insert({
        source,
        label,
        counts,
        state: 'ready',
        created_at: createdAt,
        first_day: given.firstDay ?? null,
        last_day: given.lastDay ?? null,
        preview: JSON.stringify(preview),
      })
      .returning('*');
    return fromRow(row as ImportRow);
  }

  async find(id: number): Promise<StoredImport | undefined> {
    const row = await this.knex<ImportRow>(TABLE).where({ id }).first();
    return row && fromRow(row);
  }

  /** Newest first. */
  async list(): Promise<StoredImport[]> {
    const rows = await this.knex<ImportRow>(TABLE)
      .orderBy('id', 'desc')
      .limit(MOST);
    return rows.map(fromRow);
  }

  /** The running import that was started first. */
  async running(): Promise<StoredImport | undefined> {
    const row = await this.knex<ImportRow>(TABLE)
      .where({ state: 'running' })
      .orderBy('id')
      .first();
    return row && fromRow(row);
  }

  /** Starts an import that is waiting or has failed. */
  async start(id: number): Promise<void> {
    await this.knex<ImportRow>(TABLE)
      .where({ id })
      .whereIn('state', ['ready', 'failed'])
      .update({ state: 'running', ended_at: null, failure: null });
  }

  /**
   * @param failure - a failure code; undefined on success
   */
  async end(id: number, at: number, failure?: string): Promise<void> {
    await this.knex<ImportRow>(TABLE)
      .where({ id, state: 'running' })
      .update({
        state: failure === undefined ? 'done' : 'failed',
        ended_at: at,
        failure: failure ?? null,
      });
  }
}

/** The number of days of an import. */
export function daysOf(stored: StoredImport): number {
  const { firstDay, lastDay } = stored;
  return firstDay === undefined || lastDay === undefined
    ? 0
    : lastDay - firstDay + 1;
}

/** Formats an import for the API. */
export function describeImport(
  stored: StoredImport,
  daysDone: number,
): HistoryImport {
  const { id, source, label, state, failure, firstDay, lastDay } = stored;
  const { interactions, people, perDay, skipped } = stored.preview;
  const day = (given?: Day) => (given === undefined ? null : formatDay(given));
  return {
    id,
    source,
    label,
    state,
    createdAt: formatInstant(stored.createdAt),
    endedAt:
      stored.endedAt === undefined ? null : formatInstant(stored.endedAt),
    failure: failure ?? null,
    firstDay: day(firstDay),
    lastDay: day(lastDay),
    days: daysOf(stored),
    daysDone,
    interactions,
    people,
    perDay,
    skipped,
  };
}

function fromRow(row: ImportRow): StoredImport {
  return {
    id: row.id,
    source: row.source,
    label: row.label,
    counts: row.counts,
    state: row.state,
    createdAt: Number(row.created_at),
    endedAt: toOptionalNumber(row.ended_at),
    failure: row.failure ?? undefined,
    firstDay: toOptionalNumber(row.first_day),
    lastDay: toOptionalNumber(row.last_day),
    preview: JSON.parse(row.preview),
  };
}
