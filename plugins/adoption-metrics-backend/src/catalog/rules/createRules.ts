import { LoggerService } from '@backstage/backend-plugin-api';
import { say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { StalenessRule } from 'backstage-plugin-adoption-metrics-node';
import { DAY_MS } from '../../time';
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
const DEFAULT_AFTER_MS = 180 * DAY_MS;

/**
 * Enabled rules with their settings.
 *
 * @param added - by modules
 * @param logger - warns about settings of unknown rules, for example if a
 * module is not installed
 */
export function createStalenessRules(
  config: CatalogConfig,
  added: StalenessRule[] = [],
  logger?: Pick<LoggerService, 'warn'>,
): AppliedRule[] {
  added.forEach((rule, index) => assertAddable(rule, added.slice(0, index)));
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
 * Reasons of all rules, including disabled ones.
 *
 * @param added - by modules
 */
export function knownReasons(added: StalenessRule[]): string[] {
  const builtIn = builtInRules({ placeholders: [], rules: {} });
  return [...builtIn, ...added].map(({ reason }) => reason);
}

/**
 * @throws Error if the name is invalid or taken
 */
export function assertAddable(
  { reason }: StalenessRule,
  added: StalenessRule[],
): void {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(reason)) {
    throw new Error(
      `A staleness rule name is '${reason}'; expected up to 64 lowercase letters, digits, and dashes that start with a letter`,
    );
  }
  if (knownReasons(added).includes(reason)) {
    throw new Error(`A staleness rule '${reason}' already exists`);
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
    ownerUnknownRule(),
    relationDanglingRule(),
    unchangedRule(rules.unchanged?.after ?? DEFAULT_AFTER_MS),
    unverifiedRule(rules.unverified?.after ?? DEFAULT_AFTER_MS),
  ];
}

function sayDefinition({ definition }: BuiltInRule): Wording {
  return typeof definition === 'string'
    ? say('text', { text: definition })
    : definition;
}

function apply(rule: BuiltInRule, config: CatalogConfig): AppliedRule {
  const { grace = rule.grace ?? 0, kinds } = config.rules[rule.reason] ?? {};
  return {
    reason: rule.reason,
    definition: sayDefinition(rule),
    fields: rule.fields,
    needs: rule.needs,
    evaluate: facts => rule.evaluate(facts),
    grace,
    ...(kinds && { kinds: new Set(kinds.map(kind => kind.toLowerCase())) }),
  };
}
