import { Interval } from '../time';
import { CatalogScanStore, StalenessReading } from './CatalogScanStore';

/** The dimension of samples by owner; who had nothing stale on a day is not in it. */
export const OWNER_DIMENSION = 'owner';

/** Longer refs have no history: the name of a member ends there. */
export const LONGEST_OWNER_MEMBER = 128;

/** Answers what the scans found. */
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
}
