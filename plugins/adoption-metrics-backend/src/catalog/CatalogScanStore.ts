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

export interface ScanFailure {
  startedAt: number;
  finishedAt: number;
  error: string;
}

/** Keeps the outcomes of scans and the findings of the latest one. */
export interface CatalogScanStore {
  /** Findings of the latest completed scan, also those that do not count. */
  currentFindings(): Promise<ScanFinding[]>;

  /** Stores a completed scan and replaces the findings, both or neither. */
  publish(scan: {
    startedAt: number;
    reading: StalenessReading;
    findings: ScanFinding[];
  }): Promise<void>;

  recordFailure(failure: ScanFailure): Promise<void>;

  /** The latest completed scan, if given, within `[from, to)`. */
  latestCompleted(interval?: Interval): Promise<StalenessReading | undefined>;

  latestFailure(): Promise<ScanFailure | undefined>;

  /** Findings that count, the oldest first. */
  countedFindings(limit: number): Promise<StaleFinding[]>;
}
