import { Interval } from '../time';
import {
  CatalogScanStore,
  StaleFinding,
  StalenessReading,
} from './CatalogScanStore';

/** Tells what the scans found. */
export class StalenessReporter {
  constructor(private readonly options: { store: CatalogScanStore }) {}

  /** The latest completed scan; failures since do not hide it. */
  latest(): Promise<StalenessReading | undefined> {
    return this.options.store.latestCompleted();
  }

  /** The latest scan that was completed within `[from, to)`. */
  latestIn(interval: Interval): Promise<StalenessReading | undefined> {
    return this.options.store.latestCompleted(interval);
  }

  /** The last failure, unless a scan was completed after it. */
  async lastFailure(): Promise<{ at: number; error: string } | undefined> {
    const { store } = this.options;
    const [failure, completed] = await Promise.all([
      store.latestFailure(),
      store.latestCompleted(),
    ]);
    if (!failure || (completed && completed.scannedAt >= failure.finishedAt)) {
      return undefined;
    }
    return { at: failure.finishedAt, error: failure.error };
  }

  /** Reasons that count now, the oldest first. */
  findings(limit: number): Promise<StaleFinding[]> {
    return this.options.store.countedFindings(limit);
  }
}
