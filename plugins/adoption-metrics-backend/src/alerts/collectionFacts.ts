import { ActivityStore, describeStopped, SilenceService } from '../activity';
import { CatalogScanStore } from '../catalog';
import { Day, HOUR_MS, ReportingZone } from '../time';
import { CollectionFacts } from './rules/collection';

/** How long scans have to fail. They are retried within the hour. */
const SCANS_FAIL_FOR_MS = 24 * HOUR_MS;

export interface CollectionSources {
  zone: ReportingZone;
  silence: Pick<SilenceService, 'lasting'>;
  activity: Pick<ActivityStore, 'lastBatchAt'>;
  staleness: Pick<CatalogScanStore, 'latest' | 'lastFailure'>;
}

/** Whether browsers still report, and the catalog can still be scanned. */
export async function collectionFacts(
  sources: CollectionSources,
  { now, closed }: { now: number; closed: Day | undefined },
): Promise<CollectionFacts[]> {
  return [
    closed === undefined
      ? { subject: 'browsers', state: undefined }
      : await browserFacts(sources, { now, closed }),
    await catalogFacts(sources, now),
  ];
}

// A weekend without reports means neither a problem nor the end of one.
async function browserFacts(
  { zone, silence, activity }: CollectionSources,
  { now, closed }: { now: number; closed: Day },
): Promise<CollectionFacts> {
  const subject = 'browsers';
  // Alerts are listed, so this must not reveal when somebody came.
  const lastBatchAt = await activity.lastBatchAt(zone.hourOf(now).from);
  if (lastBatchAt !== undefined && lastBatchAt >= zone.startOf(closed)) {
    return { subject, state: 'running' };
  }
  const lasting = await silence.lasting();
  switch (lasting?.state) {
    case 'stopped':
      return {
        subject,
        state: 'stopped',
        detail: describeStopped(lasting),
      };
    case 'quiet':
      return { subject, state: 'quiet', since: lasting.since };
    default:
      return { subject, state: undefined };
  }
}

async function catalogFacts(
  { staleness }: CollectionSources,
  now: number,
): Promise<CollectionFacts> {
  const subject = 'catalog';
  const [completed, failure] = await Promise.all([
    staleness.latest(),
    staleness.lastFailure(),
  ]);
  if (!completed) {
    return { subject, state: undefined };
  }
  const isStopped = failure && now - completed.scannedAt > SCANS_FAIL_FOR_MS;
  return { subject, state: isStopped ? 'stopped' : 'running' };
}
