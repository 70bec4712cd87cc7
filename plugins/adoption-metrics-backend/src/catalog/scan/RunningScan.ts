import { ScanFinding } from '../ScanFinding';
import { IdSet } from './IdSet';
import { TallyState } from './Tally';

/** Why a scan failed. Instants are in ms UTC. */
export interface ScanFailure {
  /** The catalog that could not be read. */
  source: string;
  startedAt: number;
  finishedAt: number;
  error: string;
}

/** A running scan. */
export interface RunningScan {
  id: number;
  source: string;
  /** In ms UTC. */
  startedAt: number;
  /** How often it was resumed. Writes of earlier turns are rejected. */
  turn: number;
}

/** The progress of a scan. */
export interface ScanProgress {
  /** Where the next page begins. */
  cursor: string;
  /** Refs of the previous page, which the next one may overlap. */
  lastPage: string[];
  tally: TallyState;
  /** Ids of listed findings that are still valid. */
  confirmed: IdSet;
}

/** A finding of the latest completed scan. */
export interface ListedFinding {
  id: number;
  finding: ScanFinding;
}

/** Another replica has resumed or restarted the scan. */
export class ScanSupersededError extends Error {
  constructor() {
    super('Another replica has taken over the scan of the catalog');
    this.name = 'ScanSupersededError';
  }
}
