import { EntityFacts, kindOf, refOf } from '../facts';
import { ScanFinding } from '../ScanFinding';
import { UnjudgedEntities, UnjudgedEntity } from '../UnjudgedEntity';
import { StalenessReading } from '../StalenessReading';

/** The number of examples of entities that could not be judged. */
const MOST_EXAMPLES = 20;

interface Counts {
  total: number;
  stale: number;
}

/** The number of example entities per owner. */
const MOST_ENTITIES = 5;

interface OwnerCounts extends Counts {
  /** Undefined if not checked. */
  inCatalog?: boolean;
  /** Some of its entities, if the owner is not in the catalog. */
  entityRefs?: string[];
}

/** The state of a tally, which can be saved and resumed. */
export interface TallyState {
  exempt: number;
  byReason: Array<[reason: string, stale: number]>;
  byOwner: Array<[ownerRef: string, counts: OwnerCounts]>;
  withoutOwner: Counts;
  byKind: Array<[kind: string, counts: Counts]>;
  unjudged: UnjudgedEntities;
}

/** Sums up the findings of a scan. */
export class Tally {
  #exempt: number;
  readonly #byReason: Map<string, number>;
  readonly #byOwner: Map<string, OwnerCounts>;
  #withoutOwner: Counts;
  readonly #byKind: Map<string, Counts>;
  readonly #unjudged: UnjudgedEntities;

  private constructor(state: TallyState) {
    this.#exempt = state.exempt;
    this.#byReason = new Map(state.byReason);
    this.#byOwner = new Map(state.byOwner);
    this.#withoutOwner = state.withoutOwner;
    this.#byKind = new Map(state.byKind);
    const { total, examples } = state.unjudged;
    this.#unjudged = { total, examples: [...examples] };
  }

  static empty(reasons: string[]): Tally {
    return new Tally({
      exempt: 0,
      byReason: reasons.map(reason => [reason, 0]),
      byOwner: [],
      withoutOwner: { total: 0, stale: 0 },
      byKind: [],
      unjudged: { total: 0, examples: [] },
    });
  }

  static from(state: TallyState): Tally {
    return new Tally(state);
  }

  add(facts: EntityFacts, findings: ScanFinding[]): void {
    const counted = findings.filter(finding => finding.counted);
    const isStale = counted.length > 0;
    this.#exempt += findings.some(({ exemption }) => exemption) ? 1 : 0;
    const kind = kindOf(facts.entity);
    this.#byKind.set(kind, counting(this.#byKind.get(kind), isStale));
    this.#addToOwners(facts, isStale);
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

  /** An entity counts for each of its owners. */
  #addToOwners(facts: EntityFacts, isStale: boolean): void {
    const { entity, namedOwners, existingOwners } = facts;
    if (namedOwners.length === 0) {
      this.#withoutOwner = counting(this.#withoutOwner, isStale);
    }
    for (const owner of namedOwners) {
      const before = this.#byOwner.get(owner);
      const inCatalog = existingOwners?.has(owner);
      const entityRefs = before?.entityRefs ?? [];
      this.#byOwner.set(owner, {
        ...counting(before, isStale),
        inCatalog,
        ...(!inCatalog && {
          entityRefs: [...entityRefs, refOf(entity)].slice(0, MOST_ENTITIES),
        }),
      });
    }
  }

  state(): TallyState {
    return {
      exempt: this.#exempt,
      byReason: [...this.#byReason],
      byOwner: [...this.#byOwner],
      withoutOwner: this.#withoutOwner,
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
      withoutOwner: this.#withoutOwner,
      unjudged: this.#unjudged.total > 0 ? this.#unjudged : undefined,
    };
  }
}

function counting(before: Counts | undefined, isStale: boolean): Counts {
  const { total, stale } = before ?? { total: 0, stale: 0 };
  return { total: total + 1, stale: stale + (isStale ? 1 : 0) };
}

/** Most stale entities first. */
function entriesOf<K extends string, C extends Counts>(
  counts: Map<string, C>,
  name: K,
) {
  return [...counts]
    .map(([key, each]) => ({ [name]: key, ...each } as Record<K, string> & C))
    .sort((a, b) => b.stale - a.stale || b.total - a.total);
}
