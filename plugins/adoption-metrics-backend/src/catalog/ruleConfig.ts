import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { readNames } from './readNames';

const DAY_MS = 86_400_000;
const SETTINGS = ['enabled', 'grace', 'kinds'];

/** Rules that ask whether something happened lately, and may be told how late. */
const TIMED = ['unchanged', 'unverified'];

/** What the configuration says of one rule. */
export interface RuleSettings {
  /** Whether the reason counts; what the rule itself says if not given. */
  enabled?: boolean;
  /** How long nothing may have happened, in ms. */
  after?: number;
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
    reasons.map(reason => {
      const accepted = TIMED.includes(reason)
        ? [...SETTINGS, 'after']
        : SETTINGS;
      return [reason, readSettings(config, `${root}.${reason}`, accepted)];
    }),
  );
}

function readSettings(
  config: Config,
  key: string,
  accepted: string[],
): RuleSettings {
  const settings = config.getConfig(key).keys();
  const unknown = settings.find(each => !accepted.includes(each));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is no setting; accepted: ${accepted.join(', ')}`,
    );
  }
  const enabled = readEnabled(config, `${key}.enabled`);
  const after = readDuration(config, `${key}.after`, { least: DAY_MS });
  const grace = readDuration(config, `${key}.grace`, { least: 0 });
  const kinds = readNames(config, `${key}.kinds`);
  return {
    ...(enabled !== undefined && { enabled }),
    ...(after !== undefined && { after }),
    ...(grace !== undefined && { grace }),
    ...(kinds !== undefined && { kinds }),
  };
}

function readEnabled(config: Config, key: string): boolean | undefined {
  const enabled = config.getOptional(key);
  if (enabled !== undefined && typeof enabled !== 'boolean') {
    throw new InputError(
      `${key} is ${JSON.stringify(enabled)}; accepted are true and false`,
    );
  }
  return enabled;
}

function readDuration(
  config: Config,
  key: string,
  { least }: { least: number },
): number | undefined {
  if (!config.has(key)) {
    return undefined;
  }
  const duration = durationOrUndefined(config, key);
  if (duration === undefined || duration < least) {
    const bound = least > 0 ? ' of at least a day' : '';
    throw new InputError(
      `${key} is ${JSON.stringify(
        config.get(key),
      )}; accepted are durations${bound} such as '36h', 'PT36H' or { hours: 36 }`,
    );
  }
  return duration;
}

function durationOrUndefined(config: Config, key: string): number | undefined {
  try {
    return durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    return undefined;
  }
}
