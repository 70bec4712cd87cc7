const MOST_RECENT = 100;
const DAY = 86_400_000;

interface StoredScan {
  id: number;
  finishedAt: number;
  status: string;
}

/**
 * Ids of the scans to delete: all but the newest hundred and the last of each
 * UTC day, for which a completed scan goes before a failed one.
 */
export function expiredScans(scans: StoredScan[]): number[] {
  const newestFirst = [...scans].sort(
    (a, b) => b.finishedAt - a.finishedAt || b.id - a.id,
  );
  const kept = new Set(newestFirst.slice(0, MOST_RECENT).map(({ id }) => id));
  lastOfEachDay(newestFirst).forEach(id => kept.add(id));
  return scans.map(({ id }) => id).filter(id => !kept.has(id));
}

function lastOfEachDay(newestFirst: StoredScan[]): number[] {
  const byDay = new Map<number, StoredScan>();
  for (const scan of newestFirst) {
    const day = Math.floor(scan.finishedAt / DAY);
    const last = byDay.get(day);
    if (!last || (last.status === 'failed' && scan.status === 'completed')) {
      byDay.set(day, scan);
    }
  }
  return [...byDay.values()].map(({ id }) => id);
}
