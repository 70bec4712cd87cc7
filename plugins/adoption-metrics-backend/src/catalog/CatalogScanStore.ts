import { Interval } from '../time';

/** The figure as one completed scan found it. Instants are ms UTC. */
export interface StalenessReading {
  scannedAt: number;
  total: number;
  stale: number;
  /** An entity counts under each of its reasons. */
  byReason: Array<{ reason: string; stale: number }>;
  byKind: Array<{ kind: string; total: number; stale: number }>;
  /** Entities without an owner are not in it. */
  byOwner: Array<{ ownerRef: string; stale: number }>;
  /** False while the catalog has no groups, or if switched off. */
  ownerUnknownChecked: boolean;
}

/** One reason for which one entity is stale. */
export interface StaleFinding {
  entityRef: string;
  kind: string;
  ownerRef?: string;
  reason: string;
  sentence: string;
  hint: string;
  /** When a scan first saw it, in ms UTC. */
  since: number;
}

/** A finding as it is stored; it does not count while its grace lasts. */
export interface ScanFinding extends StaleFinding {
  entityUid: string;
  counted: boolean;
}

export interface CompletedScan {
  /** The catalog that was read; `portal` by default. */
  source?: string;
  startedAt: number;
  reading: StalenessReading;
  findings: ScanFinding[];
}

export interface ScanFailure {
  /** The catalog that could not be read; `portal` by default. */
  source?: string;
  startedAt: number;
  finishedAt: number;
  error: string;
}

/** Keeps the outcomes of scans and the findings of the latest one. */
export interface CatalogScanStore {
  /**
   * Findings of the latest completed scan of a source, also those that do not
   * count.
   */
  currentFindings(source: string): Promise<ScanFinding[]>;

  /**
   * Stores a completed scan and replaces the findings of its source, both or
   * neither.
   */
  publish(scan: CompletedScan): Promise<void>;

  recordFailure(failure: ScanFailure): Promise<void>;

  /** The latest completed scan, if given, within `[from, to)`. */
  latestCompleted(interval?: Interval): Promise<StalenessReading | undefined>;

  latestFailure(): Promise<ScanFailure | undefined>;

  /** Findings of the latest completed scan that count, the oldest first. */
  countedFindings(limit: number): Promise<StaleFinding[]>;
}
