import {
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** The reasons for which an entity may be stale. */
export const STALENESS_REASONS = [
  'orphan',
  'processing-error',
  'source-error',
  'owner-missing',
  'owner-unknown',
];

const ROOT = 'adoptionMetrics.catalog';
const DEFAULT_KINDS = ['Component', 'API', 'Resource', 'System', 'Domain'];
const DEFAULT_GRACE = 3_600_000;
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 15 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 30 },
  scope: 'global',
};

/** Which entities are looked at, and what makes them stale. */
export interface CatalogConfig {
  kinds: string[];
  /** Names of owners that stand for nobody. */
  placeholders: string[];
  /** How long a processing error must last before it counts, in ms. */
  processingErrorGrace: number;
  /** Reasons that do not count. */
  disabledRules: string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readCatalogConfig(config: Config): CatalogConfig {
  return {
    kinds: readKinds(config),
    placeholders: readStrings(config, `${ROOT}.placeholders`) ?? ['unknown'],
    processingErrorGrace: readGrace(config),
    disabledRules: readDisabledRules(config),
    schedule: readSchedule(config),
  };
}

function readKinds(config: Config): string[] {
  const kinds = readStrings(config, `${ROOT}.kinds`) ?? DEFAULT_KINDS;
  if (kinds.length === 0) {
    throw new InputError(
      `${ROOT}.kinds is empty; accepted is a list of entity kinds such as ['Component', 'API']`,
    );
  }
  return kinds;
}

function readStrings(config: Config, key: string): string[] | undefined {
  const value = config.getOptional(key);
  const valid =
    Array.isArray(value) &&
    value.every(item => item && typeof item === 'string');
  if (value !== undefined && !valid) {
    throw new InputError(
      `${key} is ${JSON.stringify(value)}; accepted is a list of names`,
    );
  }
  return value as string[] | undefined;
}

function readDisabledRules(config: Config): string[] {
  const rules = config.getOptionalConfig(`${ROOT}.rules`);
  const reasons = rules?.keys() ?? [];
  const unknown = reasons.find(each => !STALENESS_REASONS.includes(each));
  if (unknown !== undefined) {
    throw new InputError(
      `${ROOT}.rules.${unknown} is no rule; accepted are ${STALENESS_REASONS.join(
        ', ',
      )}`,
    );
  }
  reasons.forEach(reason => checkSettings(config, reason));
  return reasons.filter(reason => !readEnabled(config, reason));
}

function checkSettings(config: Config, reason: string): void {
  const key = `${ROOT}.rules.${reason}`;
  const accepted =
    reason === 'processing-error' ? ['enabled', 'grace'] : ['enabled'];
  const settings = config.getConfig(key).keys();
  const unknown = settings.find(each => !accepted.includes(each));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is no setting; accepted: ${accepted.join(', ')}`,
    );
  }
}

function readEnabled(config: Config, reason: string): boolean {
  const key = `${ROOT}.rules.${reason}.enabled`;
  const enabled = config.getOptional(key) ?? true;
  if (typeof enabled !== 'boolean') {
    throw new InputError(
      `${key} is ${JSON.stringify(enabled)}; accepted are true and false`,
    );
  }
  return enabled;
}

function readGrace(config: Config): number {
  const key = `${ROOT}.rules.processing-error.grace`;
  if (!config.has(key)) {
    return DEFAULT_GRACE;
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

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const key = `${ROOT}.schedule`;
  if (!config.has(key)) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig(key),
    );
  } catch (error) {
    throw new InputError(
      `${key} is not a schedule (${
        (error as Error).message
      }); accepted is, for example, { frequency: '15m', timeout: '30m' }`,
    );
  }
}
