import { Interval } from '../time';
import { Exemption } from './exemption';

/** The metric as one completed scan found it. Instants are ms UTC. */
export interface StalenessReading {
  scannedAt: number;
  total: number;
  stale: number;
  /** Entities that would be stale, or are about to be, without an exemption. */
  exempt: number;
  /** An entity counts under each of its reasons. */
  byReason: Array<{ reason: string; stale: number }>;
  byKind: Array<{ kind: string; total: number; stale: number }>;
  /**
   * Under the first of its owners; entities without one are not in it. Scans of
   * older versions did not keep the total.
   */
  byOwner: Array<{ ownerRef: string; total?: number; stale: number }>;
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
  /** What has to be put right, if that is not the entity itself. */
  cause?: string;
  /** When a scan first saw it, in ms UTC. */
  since: number;
}

/** A finding as it is stored; it does not count while its grace lasts. */
export interface ScanFinding extends StaleFinding {
  entityUid: string;
  counted: boolean;
  exemption?: Exemption;
  /** Whether it is the oldest of its entity that counts, or is exempted. */
  isFirst: boolean;
}

/** Which of the listed entities are asked for. */
export interface StaleEntityFilter {
  /** The stale ones, those that an exemption spares, or both. */
  state: 'stale' | 'exempt' | 'any';
  entityRef?: string;
  /** Only entities that have this reason; `since` is then that of the reason. */
  reason?: string;
  /** In any case. */
  kind?: string;
  /** Only entities of these owners. */
  ownerRefs?: string[];
  /** Only those that are stale since then or longer, in ms UTC. */
  sinceAtMost?: number;
}

/** The longest stale first, or by entity ref. */
export type StaleEntityOrder = 'since' | 'entity';

/** Where a list goes on. */
export type StaleEntityPosition = Pick<StaleFinding, 'since' | 'entityRef'>;

export interface StaleEntityQuery {
  filter: StaleEntityFilter;
  order: StaleEntityOrder;
  after?: StaleEntityPosition;
  limit: number;
}

/** How the latest completed scan went. Instants are ms UTC. */
export interface CompletedRun {
  startedAt: number;
  finishedAt: number;
  /** Entities that were judged. */
  total: number;
}

export interface ScanFailure {
  /** The catalog that could not be read. */
  source: string;
  startedAt: number;
  finishedAt: number;
  error: string;
}

/** Answers what scans have found. */
export interface CatalogScanStore {
  /** The latest completed scan, if given, within `[from, to)`. */
  latestCompleted(interval?: Interval): Promise<StalenessReading | undefined>;

  latestRun(): Promise<CompletedRun | undefined>;

  latestFailure(): Promise<ScanFailure | undefined>;

  /**
   * A page of what the latest completed scan found: one finding for each entity,
   * which is the one that was asked for, or else the oldest.
   */
  listed(query: StaleEntityQuery): Promise<ScanFinding[]>;

  /**
   * For each owner, how many entities would be stale no more after so many
   * repairs by the owner that do the most. A repair puts one entity right, or a
   * cause with all that have no other one.
   */
  curedByOwner(repairs: number): Promise<Map<string, number>>;

  /** All that the latest completed scan found of these entities, oldest first. */
  findingsOf(entityRefs: string[]): Promise<ScanFinding[]>;
}
