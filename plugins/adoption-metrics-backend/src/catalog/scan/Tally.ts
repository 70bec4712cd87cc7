import { EntityFacts, kindOf } from '../facts';
import { ScanFinding } from '../ScanFinding';
import { UnjudgedEntities, UnjudgedEntity } from '../UnjudgedEntity';
import { StalenessReading } from '../StalenessReading';

/** Of entities that could not be judged; the others are counted. */
const MOST_EXAMPLES = 20;

interface Counts {
  total: number;
  stale: number;
}

/** A tally that can be saved and resumed. */
export interface TallyState {
  exempt: number;
  byReason: Array<[reason: string, stale: number]>;
  byOwner: Array<[ownerRef: string, counts: Counts]>;
  byKind: Array<[kind: string, counts: Counts]>;
  unjudged: UnjudgedEntities;
}

/** Adds up what a scan finds. */
export class Tally {
  #exempt: number;
  readonly #byReason: Map<string, number>;
  readonly #byOwner: Map<string, Counts>;
  readonly #byKind: Map<string, Counts>;
  readonly #unjudged: UnjudgedEntities;

  private constructor(state: TallyState) {
    this.#exempt = state.exempt;
    this.#byReason = new Map(state.byReason);
    this.#byOwner = new Map(state.byOwner);
    this.#byKind = new Map(state.byKind);
    const { total, examples } = state.unjudged;
    this.#unjudged = { total, examples: [...examples] };
  }

  static empty(reasons: string[]): Tally {
    return new Tally({
      exempt: 0,
      byReason: reasons.map(reason => [reason, 0]),
      byOwner: [],
      byKind: [],
      unjudged: { total: 0, examples: [] },
    });
  }

  static from(state: TallyState): Tally {
    return new Tally(state);
  }

  add({ entity, owners }: EntityFacts, findings: ScanFinding[]): void {
    const counted = findings.filter(finding => finding.counted);
    const isStale = counted.length > 0;
    this.#exempt += findings.some(({ exemption }) => exemption) ? 1 : 0;
    count(this.#byKind, kindOf(entity), isStale);
    if (owners.length > 0) {
      count(this.#byOwner, owners[0], isStale);
    }
    for (const { reason } of counted) {
      this.#byReason.set(reason, (this.#byReason.get(reason) ?? 0) + 1);
    }
  }

  addUnjudged(entity: UnjudgedEntity): void {
    const { examples } = this.#unjudged;
    this.#unjudged.total += 1;
    if (examples.length < MOST_EXAMPLES) {
      examples.push(entity);
    }
  }

  state(): TallyState {
    return {
      exempt: this.#exempt,
      byReason: [...this.#byReason],
      byOwner: [...this.#byOwner],
      byKind: [...this.#byKind],
      unjudged: this.#unjudged,
    };
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
      unjudged: this.#unjudged.total > 0 ? this.#unjudged : undefined,
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
