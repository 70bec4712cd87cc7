import { UnjudgedEntities } from './UnjudgedEntity';

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
  /**
   * Each entity counts under the first of its owners; those without one are left
   * out. Scans of older versions lack the total.
   */
  byOwner: Array<{ ownerRef: string; total?: number; stale: number }>;
  /** False while the catalog has no groups, or if the rule is off. */
  ownerUnknownChecked: boolean;
  /** Undefined if every entity was judged by every rule. */
  unjudged?: UnjudgedEntities;
}
