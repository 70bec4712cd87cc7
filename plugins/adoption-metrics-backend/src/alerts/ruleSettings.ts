import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Alert, alertRules } from 'backstage-plugin-adoption-metrics-common';
import { normalizeConfiguredRef } from '../access';
import { Day, parseDay } from '../time';

const SETTINGS = ['enabled', 'mutedUntil', 'channels', 'recipients'];

/** What the configuration says of one rule. */
export interface AlertRuleSettings {
  /** Whether the rule is looked at. */
  enabled: boolean;
  /** Through which day its alerts are stored, and told to nobody. */
  mutedUntil?: Day;
  /** Names of the channels that tell of it; all of them by default. */
  channels?: string[];
  /** Who is told of it in the portal, in place of those of all rules. */
  recipients?: string[];
}

export type AlertRules = Record<Alert['rule'], AlertRuleSettings>;

/** Whether alerts of the rule are told to nobody on that day. */
export function isMuted(
  { mutedUntil }: Pick<AlertRuleSettings, 'mutedUntil'>,
  day: Day,
): boolean {
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
  const channels = config.getOptionalStringArray(`${key}.channels`);
  const recipients = readRecipients(config, `${key}.recipients`);
  return {
    enabled: config.getOptionalBoolean(`${key}.enabled`) ?? true,
    ...(mutedUntil !== undefined && { mutedUntil }),
    ...(channels && { channels }),
    ...(recipients && { recipients }),
  };
}

/** Entity refs of users and groups. */
export function readRecipients(
  config: Config,
  key: string,
): string[] | undefined {
  return config.getOptionalStringArray(key)?.map(ref =>
    normalizeConfiguredRef(ref, {
      key,
      example: "'group:default/portal-team' or 'user:default/ada'",
    }),
  );
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
