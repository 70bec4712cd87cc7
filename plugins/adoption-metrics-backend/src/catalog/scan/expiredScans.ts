import { ReportingZone } from '../../time';

const MOST_RECENT = 100;

interface StoredScan {
  id: number;
  source: string;
  finishedAt: number;
  status: string;
}

/**
 * Ids of scans to delete. Keeps the newest hundred, the newest completed one of
 * each source, whose findings are current, and the last completed one of each
 * day, because a day can be closed again.
 */
export function expiredScans(
  scans: StoredScan[],
  zone: ReportingZone,
): number[] {
  const sorted = newestFirst(scans);
  const lastOfEachDay = firstOfEach(sorted.filter(isCompleted), scan =>
    zone.dayOf(scan.finishedAt),
  );
  const kept = new Set([
    ...currentScans(scans),
    ...[...sorted.slice(0, MOST_RECENT), ...lastOfEachDay].map(({ id }) => id),
  ]);
  return scans.map(({ id }) => id).filter(id => !kept.has(id));
}

/** Ids of the newest scan of each source, whose findings are current. */
function currentScans(scans: StoredScan[]): number[] {
  const completed = newestFirst(scans).filter(isCompleted);
  return [...firstOfEach(completed, ({ source }) => source)].map(
    ({ id }) => id,
  );
}

function newestFirst(scans: StoredScan[]): StoredScan[] {
  return [...scans].sort((a, b) => b.finishedAt - a.finishedAt || b.id - a.id);
}

function isCompleted({ status }: StoredScan): boolean {
  return status === 'completed';
}

function firstOfEach<K>(
  scans: StoredScan[],
  keyOf: (scan: StoredScan) => K,
): Iterable<StoredScan> {
  const firsts = new Map<K, StoredScan>();
  for (const scan of scans) {
    const key = keyOf(scan);
    firsts.set(key, firsts.get(key) ?? scan);
  }
  return firsts.values();
}
