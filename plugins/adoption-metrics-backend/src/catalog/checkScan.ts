import {
  Diagnostic,
  diagnosticOf,
  Finding,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { CatalogScanStore } from './CatalogScanStore';
import { StalenessReading } from './StalenessReading';

/** Whether catalog scans succeed. */
export async function checkScan(
  scans: Pick<CatalogScanStore, 'latest' | 'lastFailure'>,
): Promise<Diagnostic> {
  const [reading, failure] = await Promise.all([
    scans.latest(),
    scans.lastFailure(),
  ]);
  if (failure) {
    const { error, at } = failure;
    return diagnosticOf('last-scan', {
      status: 'problem',
      detail: [say('health.last-scan.failed', { error })],
      fix: say('health.last-scan.failed.fix'),
      at: formatInstant(at),
    });
  }
  return diagnosticOf(
    'last-scan',
    reading
      ? describe(reading)
      : {
          status: 'unknown',
          detail: [say('health.last-scan.none')],
          fix: say('health.last-scan.none.fix'),
        },
  );
}

function describe(reading: StalenessReading): Finding {
  const { scannedAt, total, stale, unjudged } = reading;
  const at = formatInstant(scannedAt);
  const scanned = say('health.last-scan.scanned', { count: total, stale });
  return unjudged
    ? {
        status: 'warning',
        detail: [
          scanned,
          say('health.last-scan.unchecked', { entities: unjudged.total }),
        ],
        fix: say('health.last-scan.unchecked.fix'),
        at,
      }
    : { status: 'ok', detail: [scanned], at };
}
