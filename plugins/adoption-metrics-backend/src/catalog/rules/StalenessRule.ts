import { Wording } from 'backstage-plugin-adoption-metrics-common';
import {
  StalenessRule,
  StalenessVerdict,
} from 'backstage-plugin-adoption-metrics-node';
import { EntityFacts, FactNeed } from '../facts';
import { ScanFinding } from '../ScanFinding';

export type { StalenessVerdict };

/** A verdict, of a rule of the plugin itself in its sentences too. */
export interface SaidVerdict extends StalenessVerdict {
  wording?: ScanFinding['wording'];
}

/** A rule of the plugin itself, which gets more facts than added ones. */
export interface BuiltInRule
  extends Omit<StalenessRule, 'evaluate' | 'definition'> {
  /** Of an added rule, its own words. */
  definition: string | Wording;
  /** Whether it is off unless the configuration enables it. */
  isOptional?: boolean;
  needs?: FactNeed[];
  evaluate(facts: EntityFacts): SaidVerdict | undefined;
}

/** A rule with its configured settings. */
export interface AppliedRule extends Omit<BuiltInRule, 'definition'> {
  definition: Wording;
  /** In ms. */
  grace: number;
  /** The kinds that it judges, in lower case. Defaults to all. */
  kinds?: ReadonlySet<string>;
}
