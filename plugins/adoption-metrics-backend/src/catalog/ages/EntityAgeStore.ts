/** Since when an entity is known, and is as it is; instants are ms UTC. */
export interface EntityAge {
  firstSeenAt: number;
  /** Undefined if nobody has looked at its content. */
  unchangedSince?: number;
}

/** An entity as a scan meets it. */
export interface ObservedEntity {
  entityUid: string;
  /** See `contentHash`; undefined if no rule asks whether it has changed. */
  contentHash?: string;
}

/**
 * Remembers when entities were first met and when their content last changed.
 * The catalog keeps neither: what was before the first scan is unknown.
 */
export interface EntityAgeStore {
  /** Notes what a scan meets, and gives the age of each by its uid. */
  observe(
    observed: ObservedEntity[],
    scan: { source: string; now: number },
  ): Promise<Map<string, EntityAge>>;
}
