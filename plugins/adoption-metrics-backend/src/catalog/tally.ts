import { Entity } from '@backstage/catalog-model';
import { StalenessReading, ScanFinding } from './CatalogScanStore';

/** Adds up what a scan finds. */
export class Tally {
  readonly findings: ScanFinding[] = [];
  readonly #byReason: Map<string, number>;
  readonly #byOwner = new Map<string, number>();
  readonly #byKind = new Map<string, { total: number; stale: number }>();

  constructor(reasons: string[]) {
    this.#byReason = new Map(reasons.map(reason => [reason, 0]));
  }

  add(entity: Entity, findings: ScanFinding[]): void {
    this.findings.push(...findings);
    const counted = findings.filter(finding => finding.counted);
    const isStale = counted.length > 0;
    const kind = this.#byKind.get(entity.kind) ?? { total: 0, stale: 0 };
    this.#byKind.set(entity.kind, {
      total: kind.total + 1,
      stale: kind.stale + (isStale ? 1 : 0),
    });
    counted.forEach(({ reason }) => increment(this.#byReason, reason));
    const owner = counted[0]?.ownerRef;
    if (owner !== undefined) {
      increment(this.#byOwner, owner);
    }
  }

  reading(
    rest: Pick<StalenessReading, 'scannedAt' | 'ownerUnknownChecked'>,
  ): StalenessReading {
    const byKind = [...this.#byKind].map(([kind, counts]) => ({
      kind,
      ...counts,
    }));
    return {
      ...rest,
      total: byKind.reduce((sum, { total }) => sum + total, 0),
      stale: byKind.reduce((sum, { stale }) => sum + stale, 0),
      byReason: entriesOf(this.#byReason, 'reason'),
      byKind: byKind.sort((a, b) => b.stale - a.stale || b.total - a.total),
      byOwner: entriesOf(this.#byOwner, 'ownerRef'),
    };
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function entriesOf<K extends string>(counts: Map<string, number>, name: K) {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([key, stale]) =>
        ({ [name]: key, stale } as Record<K, string> & { stale: number }),
    );
}
