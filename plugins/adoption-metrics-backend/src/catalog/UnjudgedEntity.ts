/** An entity that could not be judged by one or all rules, and why. */
export interface UnjudgedEntity {
  entityRef: string;
  reason: string;
}

/** The number of entities, and some examples. */
export interface UnjudgedEntities {
  total: number;
  examples: UnjudgedEntity[];
}
