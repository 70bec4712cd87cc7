/** An entity that a scan could not judge, or not by every rule, and why. */
export interface UnjudgedEntity {
  entityRef: string;
  reason: string;
}

/** How many there were, and the first few of them. */
export interface UnjudgedEntities {
  total: number;
  examples: UnjudgedEntity[];
}
