import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { CatalogScanStore } from './CatalogScanStore';

/** Whether catalog scans succeed. */
export async function checkScan(
  scans: Pick<CatalogScanStore, 'latest' | 'lastFailure'>,
): Promise<Diagnostic> {
  const base = { id: 'last-scan', label: 'Catalog scan' };
  const [reading, failure] = await Promise.all([
    scans.latest(),
    scans.lastFailure(),
  ]);
  if (failure) {
    return {
      ...base,
      status: 'problem',
      detail: `The last scan failed: ${failure.error}`,
      fix: 'Check that the catalog plugin responds; the next scheduled scan tries again.',
      at: formatInstant(failure.at),
    };
  }
  return reading
    ? {
        ...base,
        status: 'ok',
        detail: `${reading.total} entities scanned, ${reading.stale} of them stale.`,
        at: formatInstant(reading.scannedAt),
      }
    : {
        ...base,
        status: 'unknown',
        detail: 'No scan has completed yet.',
        fix: 'The first scan runs within a minute of startup.',
      };
}
