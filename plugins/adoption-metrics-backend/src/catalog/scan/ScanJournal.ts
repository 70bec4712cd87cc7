import {
  ScanFailure,
  ScanFinding,
  StalenessReading,
} from '../CatalogScanStore';
import { IdSet } from './IdSet';
import { TallyState } from './Tally';

/** A scan under way. */
export interface RunningScan {
  id: number;
  source: string;
  /** In ms UTC. */
  startedAt: number;
  /** How often it was taken up: what an earlier turn writes is refused. */
  turn: number;
}

/** How far a scan has come. */
export interface ScanProgress {
  /** Where the next page begins. */
  cursor: string;
  /** Uids of the page before, which the next one may overlap. */
  lastPage: string[];
  tally: TallyState;
  /** Findings of the list that still hold. */
  confirmed: IdSet;
}

/** A row of the current list. */
export interface ListedFinding {
  id: number;
  finding: ScanFinding;
}

/** Another replica has taken the scan up, or begun it anew. */
export class ScanSupersededError extends Error {
  constructor() {
    super('Another replica has taken over the scan of the catalog');
    this.name = 'ScanSupersededError';
  }
}

/**
 * Keeps what a scan finds out of sight until all of the catalog is read: what
 * has changed waits apart from the list, and takes its place at the end.
 *
 * `begin`, `save` and `complete` throw a `ScanSupersededError` once the scan is
 * another's.
 */
export interface ScanJournal {
  /**
   * Takes up the running scan of a source, or begins one. A scan that judged by
   * other rules, or that stopped long ago, is given up.
   *
   * @param basis - names all that the judgement depends on
   */
  begin(request: {
    source: string;
    basis: string;
    now: number;
  }): Promise<{ scan: RunningScan; progress?: ScanProgress }>;

  /** What the list says of some entities. */
  listedOf(source: string, entityUids: string[]): Promise<ListedFinding[]>;

  /**
   * Stores how far the scan has come.
   *
   * @param findings - that have changed since the last time
   */
  save(
    scan: RunningScan,
    progress: ScanProgress,
    stored: { findings: ScanFinding[]; at: number },
  ): Promise<void>;

  /** Makes the list say what the scan has found, all of it or nothing. */
  complete(
    scan: RunningScan,
    outcome: {
      reading: StalenessReading;
      confirmed: IdSet;
      findings: ScanFinding[];
    },
  ): Promise<void>;

  /** Keeps why a scan failed, and gives it up if it was begun. */
  fail(failure: ScanFailure, scan?: RunningScan): Promise<void>;
}
