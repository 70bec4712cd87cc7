import { IdSet } from '../scan/IdSet';
import { ScanRecorder } from '../scan/ScanRecorder';
import { ScanFinding } from '../ScanFinding';
import { StalenessReading } from '../StalenessReading';

/** Runs a scan that finds what is given, in place of all that was found before. */
export async function publishScan(
  recorder: ScanRecorder,
  {
    source = 'portal',
    reading,
    findings = [],
  }: { source?: string; reading: StalenessReading; findings?: ScanFinding[] },
): Promise<void> {
  const basis = 'for a test';
  const now = reading.scannedAt;
  const { scan } = await recorder.begin({ source, basis, now });
  await recorder.complete(scan, { reading, confirmed: IdSet.of(), findings });
}
