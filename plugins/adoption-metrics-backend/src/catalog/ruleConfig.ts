import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { readNames } from './readNames';

const SETTINGS = ['enabled', 'grace', 'kinds'];

/** What the configuration says of one rule. */
export interface RuleSettings {
  /** Whether the reason counts. */
  enabled: boolean;
  /** How long a fault must last before it counts, in ms; the rule's own if not. */
  grace?: number;
  /** Kinds to which the rule is confined. */
  kinds?: string[];
}

/**
 * The settings of each rule that has any. Which rules there are is known once
 * modules have added theirs.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readRuleSettings(
  config: Config,
  root: string,
): Record<string, RuleSettings> {
  const reasons = config.getOptionalConfig(root)?.keys() ?? [];
  return Object.fromEntries(
    reasons.map(reason => [reason, readSettings(config, `${root}.${reason}`)]),
  );
}

function readSettings(config: Config, key: string): RuleSettings {
  const settings = config.getConfig(key).keys();
  const unknown = settings.find(each => !SETTINGS.includes(each));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is no setting; accepted: ${SETTINGS.join(', ')}`,
    );
  }
  const grace = readGrace(config, `${key}.grace`);
  const kinds = readNames(config, `${key}.kinds`);
  return {
    enabled: readEnabled(config, `${key}.enabled`),
    ...(grace !== undefined && { grace }),
    ...(kinds !== undefined && { kinds }),
  };
}

function readEnabled(config: Config, key: string): boolean {
  const enabled = config.getOptional(key) ?? true;
  if (typeof enabled !== 'boolean') {
    throw new InputError(
      `${key} is ${JSON.stringify(enabled)}; accepted are true and false`,
    );
  }
  return enabled;
}

function readGrace(config: Config, key: string): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const grace = durationOrUndefined(config, key);
  if (grace === undefined || grace < 0) {
    throw new InputError(
      `${key} is ${JSON.stringify(
        config.get(key),
      )}; accepted are durations such as '1h', 'PT1H' or { hours: 1 }`,
    );
  }
  return grace;
}

function durationOrUndefined(config: Config, key: string): number | undefined {
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    return undefined;
  }
}
