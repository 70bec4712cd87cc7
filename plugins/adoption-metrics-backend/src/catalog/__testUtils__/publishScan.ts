import { ScanFinding, StalenessReading } from '../CatalogScanStore';
import { IdSet } from '../scan/IdSet';
import { ScanJournal } from '../scan/ScanJournal';

/** Runs a scan that finds what is given, in place of all that was found before. */
export async function publishScan(
  journal: ScanJournal,
  {
    source = 'portal',
    reading,
    findings = [],
  }: { source?: string; reading: StalenessReading; findings?: ScanFinding[] },
): Promise<void> {
  const basis = 'for a test';
  const now = reading.scannedAt;
  const { scan } = await journal.begin({ source, basis, now });
  await journal.complete(scan, { reading, confirmed: IdSet.of(), findings });
}
