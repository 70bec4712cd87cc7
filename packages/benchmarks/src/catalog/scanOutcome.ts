/** What a process measured that read and scanned a catalog. */
export interface ScanOutcome {
  /** How long merely reading all pages took, before and after the first scan. */
  readMs: number[];
  scanMs: number;
  rescanMs?: number;
  /** The most that the heap held beyond what it held before the scan. */
  heapGrowthBytes: number;
  /** Inserted, updated and deleted rows. */
  rowsWritten: number;
  rowsRewritten?: number;
  /** A page of the list of what is stale, with the reasons of each entity. */
  listMs: number;
  total: number;
  stale: number;
}

/** What such a process is given. */
export interface ScanSettings {
  /** Where the catalog is. */
  catalogUrl: string;
  /** Whether the catalog can be changed for a second scan. */
  changes: boolean;
  /** The file that takes the outcome. */
  outcome: string;
}
