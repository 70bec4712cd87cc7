import { StalenessReading } from './StalenessReading';

export const SCANS = 'catalog_scans';

export interface ScanRow {
  id: number;
  source: string;
  started_at: number | string;
  /** For a running scan, when it was last saved. */
  finished_at: number | string;
  status: 'running' | 'completed' | 'failed';
  total: number | null;
  stale: number | null;
  breakdown: string | null;
  error: string | null;
  running_source: string | null;
  turn: number;
  basis: string | null;
  checkpoint: string | null;
}

export function completedColumns(reading: StalenessReading) {
  const { scannedAt, total, stale, ...breakdown } = reading;
  return {
    finished_at: scannedAt,
    status: 'completed' as const,
    total,
    stale,
    breakdown: JSON.stringify(breakdown),
  };
}

export function readingOf(row: ScanRow): StalenessReading {
  return {
    exempt: 0,
    ...JSON.parse(row.breakdown ?? '{}'),
    scannedAt: Number(row.finished_at),
    total: Number(row.total),
    stale: Number(row.stale),
  };
}
