import { LoggerService } from '@backstage/backend-plugin-api';
import { StalenessRule } from 'backstage-plugin-adoption-metrics-node';
import { sentenceOn, unknownKey } from '../../configuration';
import { CatalogConfig } from '../config';
import { orphanRule } from './orphan';
import { ownerMissingRule } from './ownerMissing';
import { ownerUnknownRule } from './ownerUnknown';
import { processingErrorRule } from './processingError';
import { relationDanglingRule } from './relationDangling';
import { sourceErrorRule } from './sourceError';
import { AppliedRule, BuiltInRule } from './StalenessRule';
import { unchangedRule } from './unchanged';
import { unverifiedRule } from './unverified';

const RULES = 'adoptionMetrics.catalog.rules';
const DEFAULT_AFTER_MS = 180 * 86_400_000;

/**
 * The rules that the configuration leaves switched on, with its settings.
 *
 * @param added - by modules
 * @param logger - is warned of settings of what is no rule, such as one whose
 * module is not installed
 */
export function createStalenessRules(
  config: CatalogConfig,
  added: StalenessRule[] = [],
  logger?: Pick<LoggerService, 'warn'>,
): AppliedRule[] {
  const all: BuiltInRule[] = [...builtInRules(config), ...added];
  const reasons = all.map(({ reason }) => reason);
  Object.keys(config.rules)
    .filter(reason => !reasons.includes(reason))
    .map(reason => unknownKey(RULES, reason, reasons))
    .forEach(unknown => logger?.warn(sentenceOn(unknown)));
  return all
    .filter(
      ({ reason, isOptional = false }) =>
        config.rules[reason]?.enabled ?? !isOptional,
    )
    .map(rule => apply(rule, config));
}

/**
 * The reasons of all rules that there are, whether they are on or off.
 *
 * @param added - by modules
 */
export function knownReasons(added: StalenessRule[]): string[] {
  const builtIn = builtInRules({ placeholders: [], rules: {} });
  return [...builtIn, ...added].map(({ reason }) => reason);
}

/** @throws Error if the name is malformed, or there already. */
export function assertAddable(
  { reason }: StalenessRule,
  added: StalenessRule[],
): void {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(reason)) {
    throw new Error(
      `The staleness rule '${reason}' is misnamed; accepted are up to 64 lower-case letters, digits and dashes, beginning with a letter`,
    );
  }
  if (knownReasons(added).includes(reason)) {
    throw new Error(`There is a staleness rule '${reason}' already`);
  }
}

function builtInRules({
  placeholders,
  rules,
}: Pick<CatalogConfig, 'placeholders' | 'rules'>): BuiltInRule[] {
  return [
    orphanRule(),
    processingErrorRule(),
    sourceErrorRule(),
    ownerMissingRule(placeholders),
    ownerUnknownRule(placeholders),
    relationDanglingRule(),
    unchangedRule(rules.unchanged?.after ?? DEFAULT_AFTER_MS),
    unverifiedRule(rules.unverified?.after ?? DEFAULT_AFTER_MS),
  ];
}

function apply(rule: BuiltInRule, config: CatalogConfig): AppliedRule {
  const { grace = rule.grace ?? 0, kinds } = config.rules[rule.reason] ?? {};
  return {
    reason: rule.reason,
    definition: rule.definition,
    fields: rule.fields,
    needs: rule.needs,
    evaluate: facts => rule.evaluate(facts),
    grace,
    ...(kinds && { kinds: new Set(kinds.map(kind => kind.toLowerCase())) }),
  };
}
