import {
  Diagnostic,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { CatalogScanStore } from './CatalogScanStore';
import { StalenessReading } from './StalenessReading';

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
    ? { ...base, ...describe(reading) }
    : {
        ...base,
        status: 'unknown',
        detail: 'No scan has completed yet.',
        fix: 'The first scan runs within a minute of startup.',
      };
}

function describe({ scannedAt, total, stale, unjudged }: StalenessReading) {
  const at = formatInstant(scannedAt);
  const entities = writeCount(total, 'entity', 'entities');
  const detail = `${entities} scanned, ${stale} of them stale.`;
  return unjudged
    ? {
        status: 'warning' as const,
        detail: `${detail} Not fully checked: ${unjudged.total}.`,
        fix: 'The list of stale entities names the entities that could not be checked, with the reason.',
        at,
      }
    : { status: 'ok' as const, detail, at };
}
