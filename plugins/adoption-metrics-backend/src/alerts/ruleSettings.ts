import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Alert, alertRules } from 'backstage-plugin-adoption-metrics-common';
import { Day, parseDay } from '../time';

const SETTINGS = ['enabled', 'mutedUntil'];

/** What the configuration says of one rule. */
export interface AlertRuleSettings {
  /** Whether the rule is looked at. */
  enabled: boolean;
  /** Through which day its alerts are stored, and told to nobody. */
  mutedUntil?: Day;
}

export type AlertRules = Record<Alert['rule'], AlertRuleSettings>;

/** Whether alerts of the rule are told to nobody on that day. */
export function isMuted({ mutedUntil }: AlertRuleSettings, day: Day): boolean {
  return mutedUntil !== undefined && day <= mutedUntil;
}

/** @throws InputError naming the key that is wrong, and what is accepted. */
export function readAlertRules(config: Config, root: string): AlertRules {
  const given = config.getOptionalConfig(root)?.keys() ?? [];
  assertKnown(given, alertRules, { key: root, what: 'rule' });
  const entries = alertRules.map(rule => [
    rule,
    readRule(config, `${root}.${rule}`),
  ]);
  return Object.fromEntries(entries);
}

function readRule(config: Config, key: string): AlertRuleSettings {
  const settings = config.getOptionalConfig(key)?.keys() ?? [];
  assertKnown(settings, SETTINGS, { key, what: 'setting' });
  const mutedUntil = readDay(config, `${key}.mutedUntil`);
  return {
    enabled: config.getOptionalBoolean(`${key}.enabled`) ?? true,
    ...(mutedUntil !== undefined && { mutedUntil }),
  };
}

function readDay(config: Config, key: string): Day | undefined {
  const text = config.getOptional(key);
  const day = typeof text === 'string' ? parseDay(text) : undefined;
  if (text !== undefined && day === undefined) {
    throw new InputError(
      `${key} is ${JSON.stringify(
        text,
      )}; accepted are days such as '2026-12-31', in quotes`,
    );
  }
  return day;
}

function assertKnown(
  given: string[],
  accepted: readonly string[],
  { key, what }: { key: string; what: string },
): void {
  const unknown = given.find(each => !accepted.includes(each));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is no ${what}; accepted: ${accepted.join(', ')}`,
    );
  }
}
