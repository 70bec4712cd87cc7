import { UnjudgedEntities } from './UnjudgedEntity';

/** What belongs to one owner. */
export interface OwnerReading {
  ownerRef: string;
  total: number;
  stale: number;
  /** Undefined if that was not checked. */
  inCatalog?: boolean;
  /** A few of its entities, unless the owner is in the catalog. */
  entityRefs?: string[];
}

/** The metric as one completed scan found it. Instants are ms UTC. */
export interface StalenessReading {
  scannedAt: number;
  total: number;
  stale: number;
  /** Entities that only an exemption keeps from being stale, now or soon. */
  exempt: number;
  /** An entity counts under each of its reasons. */
  byReason: Array<{ reason: string; stale: number }>;
  byKind: Array<{ kind: string; total: number; stale: number }>;
  /** Each entity counts under every one of its owners. */
  byOwner: OwnerReading[];
  /** Entities that have no owner, or a placeholder only. */
  withoutOwner: { total: number; stale: number };
  /** False while the catalog has no groups, or if the rule is off. */
  ownerUnknownChecked: boolean;
  /** Undefined if every entity was judged by every rule. */
  unjudged?: UnjudgedEntities;
}
