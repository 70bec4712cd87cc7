import { EntityFacts } from '../facts';

/** What a rule says about an entity that it holds to be stale. */
export interface StalenessVerdict {
  /** What is wrong. */
  sentence: string;
  /** What to do about it. */
  hint: string;
}

/** One reason for which an entity is stale. */
export interface StalenessRule {
  reason: string;
  /** How long the fault must last before it counts, in ms; 0 by default. */
  grace?: number;
  evaluate(facts: EntityFacts): StalenessVerdict | undefined;
}
