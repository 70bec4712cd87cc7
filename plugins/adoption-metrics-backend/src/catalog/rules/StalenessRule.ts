import {
  StalenessRule,
  StalenessVerdict,
} from 'backstage-plugin-adoption-metrics-node';
import { EntityFacts, FactNeed } from '../facts';

export type { StalenessVerdict };

/** A rule of the plugin itself, which gets more facts than added ones. */
export interface BuiltInRule extends Omit<StalenessRule, 'evaluate'> {
  /** Whether it is off unless the configuration enables it. */
  isOptional?: boolean;
  needs?: FactNeed[];
  evaluate(facts: EntityFacts): StalenessVerdict | undefined;
}

/** A rule with its configured settings. */
export interface AppliedRule extends BuiltInRule {
  /** In ms. */
  grace: number;
  /** The only kinds that it judges, in lower case; all without it. */
  kinds?: ReadonlySet<string>;
}
