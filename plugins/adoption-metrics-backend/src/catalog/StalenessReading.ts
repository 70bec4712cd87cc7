import { UnjudgedEntities } from './UnjudgedEntity';

/** The entities of one owner. */
export interface OwnerReading {
  ownerRef: string;
  total: number;
  stale: number;
  /** Undefined if not checked. */
  inCatalog?: boolean;
  /** Some of its entities, if the owner is not in the catalog. */
  entityRefs?: string[];
}

/** The result of a completed scan. Instants are in ms UTC. */
export interface StalenessReading {
  scannedAt: number;
  total: number;
  stale: number;
  /** Entities that would be stale, now or soon, if they were not exempt. */
  exempt: number;
  /** An entity counts for each of its reasons. */
  byReason: Array<{ reason: string; stale: number }>;
  byKind: Array<{ kind: string; total: number; stale: number }>;
  /** An entity counts for each of its owners. */
  byOwner: OwnerReading[];
  /** Entities without an owner, or with a placeholder only. */
  withoutOwner: { total: number; stale: number };
  /** False if the catalog has no groups, or if the rule is disabled. */
  ownerUnknownChecked: boolean;
  /** Undefined if every entity was judged by every rule. */
  unjudged?: UnjudgedEntities;
}
