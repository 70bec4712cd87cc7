/** The metric as one completed scan found it. Instants are ms UTC. */
export interface StalenessReading {
  scannedAt: number;
  total: number;
  stale: number;
  /** Entities that would be stale, or are about to be, without an exemption. */
  exempt: number;
  /** An entity counts under each of its reasons. */
  byReason: Array<{ reason: string; stale: number }>;
  byKind: Array<{ kind: string; total: number; stale: number }>;
  /**
   * Under the first of its owners; entities without one are not in it. Scans of
   * older versions did not keep the total.
   */
  byOwner: Array<{ ownerRef: string; total?: number; stale: number }>;
  /** False while the catalog has no groups, or if switched off. */
  ownerUnknownChecked: boolean;
}
