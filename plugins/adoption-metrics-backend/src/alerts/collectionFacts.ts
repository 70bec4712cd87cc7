import { ActivityStore } from '../activity';
import { CatalogScanStore } from '../catalog';
import { SampleStore } from '../samples';
import { Day, HOUR_MS, ReportingZone } from '../time';
import { CollectionFacts } from './rules/collection';

/** How long scans must fail; a failed one is repeated within the hour. */
const SCANS_FAIL_FOR_MS = 24 * HOUR_MS;

export interface CollectionSources {
  zone: ReportingZone;
  samples: Pick<SampleStore, 'ofDay'>;
  activity: Pick<ActivityStore, 'lastBatchAt'>;
  staleness: Pick<CatalogScanStore, 'latest' | 'lastFailure'>;
}

/** Whether browsers still report, and the catalog can still be read. */
export async function collectionFacts(
  sources: CollectionSources,
  { now, closed }: { now: number; closed: Day | undefined },
): Promise<CollectionFacts[]> {
  return [
    {
      subject: 'browsers',
      isStopped:
        closed === undefined ? undefined : await areSilent(sources, closed),
    },
    { subject: 'catalog', isStopped: await isUnreadable(sources, now) },
  ];
}

// A weekend without a report is no sign of a fault, nor that one is over.
async function areSilent(
  { zone, samples, activity }: CollectionSources,
  closed: Day,
): Promise<boolean | undefined> {
  const lastBatchAt = await activity.lastBatchAt();
  if (lastBatchAt !== undefined && lastBatchAt >= zone.startOf(closed)) {
    return false;
  }
  const days = await samples.ofDay('active-users', closed, ['days']);
  const day = days.find(({ member }) => member === '1');
  return day?.coverage === 0 ? true : undefined;
}

async function isUnreadable(
  { staleness }: CollectionSources,
  now: number,
): Promise<boolean | undefined> {
  const [completed, failure] = await Promise.all([
    staleness.latest(),
    staleness.lastFailure(),
  ]);
  if (!completed) {
    return undefined;
  }
  return failure ? now - completed.scannedAt > SCANS_FAIL_FOR_MS : false;
}
