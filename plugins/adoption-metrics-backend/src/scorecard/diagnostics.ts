import { Config } from '@backstage/config';
import {
  Diagnostic,
  Diagnostics,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { ActivityStore } from '../activity';
import { StalenessReporter } from '../catalog';
import { DeveloperStore } from '../people';
import { formatInstant, ReportingZone } from '../time';

const HOUR_MS = 3_600_000;

interface Sources {
  clock: Clock;
  zone: ReportingZone;
  config: Config;
  activity: ActivityStore;
  developers: DeveloperStore;
  staleness: StalenessReporter;
}

/** Checks what has to be in place for the figures to be true. */
export async function diagnose(sources: Sources): Promise<Diagnostics> {
  const checks = await Promise.all([
    checkBatches(sources),
    checkDevelopers(sources),
    checkScan(sources),
    checkPermissions(sources),
    checkSecret(sources),
  ]);
  return { computedAt: formatInstant(sources.clock.now()), checks };
}

async function checkBatches({ activity, clock }: Sources): Promise<Diagnostic> {
  const at = await activity.lastBatchAt();
  const base = { id: 'last-batch', label: 'Events from browsers' };
  const fix =
    'Install backstage-plugin-adoption-metrics in the app, sign in and click around.';
  if (at === undefined) {
    return {
      ...base,
      status: 'problem',
      detail: 'No browser has reported anything yet.',
      fix,
    };
  }
  const recent = clock.now() - at < 24 * HOUR_MS;
  return {
    ...base,
    status: recent ? 'ok' : 'warning',
    detail: recent
      ? 'Browsers report what people do.'
      : 'No browser has reported anything for over a day.',
    ...(recent ? {} : { fix }),
    at: formatInstant(at),
  };
}

async function checkDevelopers(sources: Sources): Promise<Diagnostic> {
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

async function checkScan({ staleness }: Sources): Promise<Diagnostic> {
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

async function checkPermissions({ config }: Sources): Promise<Diagnostic> {
  const enabled = config.getOptionalBoolean('permission.enabled') ?? false;
  return {
    id: 'permissions',
    label: 'Permissions',
    status: enabled ? 'ok' : 'warning',
    detail: enabled
      ? 'Who may read the figures is decided by the permission policy.'
      : 'Permissions are off: every signed-in person may read the figures.',
    ...(enabled ? {} : { fix: 'Set permission.enabled to true.' }),
  };
}

async function checkSecret({ config }: Sources): Promise<Diagnostic> {
  const configured = config.has('adoptionMetrics.privacy.secret');
  return {
    id: 'secret',
    label: 'Secret behind the pseudonyms',
    status: configured ? 'ok' : 'warning',
    detail: configured
      ? 'The secret is configured, apart from the data it protects.'
      : 'The secret was generated into the database that it should protect.',
    ...(configured
      ? {}
      : {
          fix: 'Before people are counted, set adoptionMetrics.privacy.secret.',
        }),
  };
}
