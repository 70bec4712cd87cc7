import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { RetentionRule } from './RetentionRule';

const ROOT = 'adoptionMetrics.retention';
const MS_PER_DAY = 86_400_000;

/**
 * Days for which each rule keeps what it speaks of, by its name.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readRetention(
  config: Config,
  rules: RetentionRule[],
): Record<string, number> {
  const section = config.getOptionalConfig(ROOT);
  refuseUnknownKeys(section?.keys() ?? [], rules);
  const keepDays = Object.fromEntries(
    rules.map(rule => [rule.name, readDays(config, rule)]),
  );
  rules.forEach(rule => checkOrder(rule, keepDays));
  return keepDays;
}

function refuseUnknownKeys(keys: string[], rules: RetentionRule[]): void {
  const known = rules.map(({ name }) => name);
  const unknown = keys.find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${ROOT}.${unknown} is not known; accepted are ${known.join(', ')}`,
    );
  }
}

function readDays(config: Config, rule: RetentionRule): number {
  const key = `${ROOT}.${rule.name}`;
  if (!config.has(key)) {
    return rule.keepDays;
  }
  const days = readDuration(config, key);
  if (!(days >= rule.leastDays)) {
    throw new InputError(
      `${key} is ${days} days, use at least ${rule.leastDays} days`,
    );
  }
  return days;
}

// Part of a day is kept as a whole one.
function readDuration(config: Config, key: string): number {
  try {
    const duration = readDurationFromConfig(config, { key });
    return Math.ceil(durationToMilliseconds(duration) / MS_PER_DAY);
  } catch {
    throw new InputError(
      `${key} is ${JSON.stringify(
        config.get(key),
      )}, not a duration; accepted are durations such as 'P90D', '90 days' or { days: 90 }`,
    );
  }
}

function checkOrder(
  { name, outlives }: RetentionRule,
  keepDays: Record<string, number>,
): void {
  for (const other of outlives ?? []) {
    if (keepDays[other] > keepDays[name]) {
      throw new InputError(
        `${ROOT}.${name} is ${keepDays[name]} days, use at least the ${keepDays[other]} days of ${ROOT}.${other}`,
      );
    }
  }
}
