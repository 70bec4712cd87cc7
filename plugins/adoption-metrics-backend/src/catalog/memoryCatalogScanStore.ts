import {
  CatalogScanStore,
  CompletedScan,
  ScanFailure,
  ScanFinding,
  StalenessReading,
} from './CatalogScanStore';

/** Keeps scans in memory, for tests. */
export class MemoryCatalogScanStore implements CatalogScanStore {
  readonly readings: StalenessReading[] = [];
  readonly failures: ScanFailure[] = [];
  stored: ScanFinding[] = [];

  async currentFindings(_source: string) {
    return this.stored;
  }

  async publish(scan: CompletedScan) {
    this.readings.push(scan.reading);
    this.stored = scan.findings;
  }

  async recordFailure(failure: ScanFailure) {
    this.failures.push(failure);
  }

  async latestCompleted() {
    return this.readings.at(-1);
  }

  async latestFailure() {
    return this.failures.at(-1);
  }

  async listed() {
    return this.stored.filter(each => each.isFirst);
  }

  async findingsOf(entityRefs: string[]) {
    return this.stored.filter(each => entityRefs.includes(each.entityRef));
  }
}
