import {
  StalenessRule,
  StalenessVerdict,
} from 'backstage-plugin-adoption-metrics-node';
import { EntityFacts, FactNeed } from '../facts';

export type { StalenessVerdict };

/** A built-in rule, which gets more facts than rules of modules. */
export interface BuiltInRule extends Omit<StalenessRule, 'evaluate'> {
  /** Whether it has to be enabled by configuration. */
  isOptional?: boolean;
  needs?: FactNeed[];
  evaluate(facts: EntityFacts): StalenessVerdict | undefined;
}

/** A rule with its configured settings. */
export interface AppliedRule extends BuiltInRule {
  /** In ms. */
  grace: number;
  /** The kinds that it judges, in lower case. Defaults to all. */
  kinds?: ReadonlySet<string>;
}
