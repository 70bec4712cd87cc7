import {
  StalenessRule,
  StalenessVerdict,
} from 'backstage-plugin-adoption-metrics-node';
import { EntityFacts, FactNeed } from '../facts';

export type { StalenessVerdict };

/** A rule of the plugin itself, which may know more than one that was added. */
export interface BuiltInRule extends Omit<StalenessRule, 'evaluate'> {
  /** Whether it is off unless the configuration switches it on. */
  isOptional?: boolean;
  needs?: FactNeed[];
  evaluate(facts: EntityFacts): StalenessVerdict | undefined;
}

/** A rule as the configuration has it applied. */
export interface AppliedRule extends BuiltInRule {
  /** In ms. */
  grace: number;
  /** Kinds to which it is confined, in lower case; all that are judged if not. */
  kinds?: ReadonlySet<string>;
}
