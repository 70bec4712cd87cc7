import {
  CatalogScanStore,
  ScanFailure,
  ScanFinding,
  StalenessReading,
} from './CatalogScanStore';

/** Keeps scans in memory, for tests. */
export class MemoryCatalogScanStore implements CatalogScanStore {
  readonly readings: StalenessReading[] = [];
  readonly failures: ScanFailure[] = [];
  stored: ScanFinding[] = [];

  async currentFindings() {
    return this.stored;
  }

  async publish(scan: { reading: StalenessReading; findings: ScanFinding[] }) {
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

  async countedFindings(limit: number) {
    return this.stored.filter(each => each.counted).slice(0, limit);
  }
}
