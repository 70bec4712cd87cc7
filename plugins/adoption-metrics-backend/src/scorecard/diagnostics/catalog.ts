import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../../time';
import { Sources } from './Sources';

export async function checkDevelopers(sources: Sources): Promise<Diagnostic> {
  const { developers, zone, clock, config } = sources;
  const base = { id: 'developers', label: 'Developers' };
  const headCount = config.getOptionalNumber(
    'adoptionMetrics.developers.headCount',
  );
  if (headCount !== undefined) {
    const detail = `The configured head count is ${headCount}.`;
    return { ...base, status: 'ok', detail };
  }
  const count = await developers.countOn(zone.dayOf(clock.now()));
  if (!count) {
    return {
      ...base,
      status: 'problem',
      detail: 'The catalog has no User entities that count as developers.',
      fix: 'Import the organisation into the catalog, or set adoptionMetrics.developers.headCount.',
    };
  }
  return {
    ...base,
    status: count.held ? 'warning' : 'ok',
    detail: `${count.developers} developers in the catalog, ${count.excluded} users excluded.`,
    ...(count.held
      ? { fix: 'The number fell by over 20%: check the import of users.' }
      : {}),
  };
}

export async function checkScan({ staleness }: Sources): Promise<Diagnostic> {
  const base = { id: 'last-scan', label: 'Catalog scan' };
  const [reading, failure] = await Promise.all([
    staleness.latest(),
    staleness.lastFailure(),
  ]);
  if (failure) {
    return {
      ...base,
      status: 'problem',
      detail: `The last scan failed: ${failure.error}`,
      fix: 'Check that the catalog plugin answers; the scan is tried again by its schedule.',
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
        fix: 'The first one runs within a minute of the start.',
      };
}
