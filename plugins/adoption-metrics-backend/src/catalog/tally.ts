import { StalenessReading, ScanFinding } from './CatalogScanStore';
import { EntityFacts } from './facts';

interface Counts {
  total: number;
  stale: number;
}

/** Adds up what a scan finds. */
export class Tally {
  readonly findings: ScanFinding[] = [];
  #exempt = 0;
  readonly #byReason: Map<string, number>;
  readonly #byOwner = new Map<string, Counts>();
  readonly #byKind = new Map<string, Counts>();

  constructor(reasons: string[]) {
    this.#byReason = new Map(reasons.map(reason => [reason, 0]));
  }

  add({ entity, owners }: EntityFacts, findings: ScanFinding[]): void {
    this.findings.push(...findings);
    const counted = findings.filter(finding => finding.counted);
    const isStale = counted.length > 0;
    this.#exempt += findings.some(({ exemption }) => exemption) ? 1 : 0;
    count(this.#byKind, entity.kind, isStale);
    if (owners.length > 0) {
      count(this.#byOwner, owners[0], isStale);
    }
    for (const { reason } of counted) {
      this.#byReason.set(reason, (this.#byReason.get(reason) ?? 0) + 1);
    }
  }

  reading(
    rest: Pick<StalenessReading, 'scannedAt' | 'ownerUnknownChecked'>,
  ): StalenessReading {
    const byKind = entriesOf(this.#byKind, 'kind');
    return {
      ...rest,
      total: byKind.reduce((sum, { total }) => sum + total, 0),
      stale: byKind.reduce((sum, { stale }) => sum + stale, 0),
      exempt: this.#exempt,
      byReason: [...this.#byReason]
        .map(([reason, stale]) => ({ reason, stale }))
        .sort((a, b) => b.stale - a.stale),
      byKind,
      byOwner: entriesOf(this.#byOwner, 'ownerRef'),
    };
  }
}

function count(counts: Map<string, Counts>, key: string, isStale: boolean) {
  const { total, stale } = counts.get(key) ?? { total: 0, stale: 0 };
  counts.set(key, { total: total + 1, stale: stale + (isStale ? 1 : 0) });
}

/** The stalest first. */
function entriesOf<K extends string>(counts: Map<string, Counts>, name: K) {
  return [...counts]
    .map(
      ([key, each]) => ({ [name]: key, ...each } as Record<K, string> & Counts),
    )
    .sort((a, b) => b.stale - a.stale || b.total - a.total);
}
