import {
  SchedulerServiceTaskScheduleDefinition,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { OwnerNoticeConfig, readOwnerNoticeConfig } from './notices/config';
import { readNames } from './readNames';
import { readRuleSettings, RuleSettings } from './ruleConfig';

const ROOT = 'adoptionMetrics.catalog';
const DEFAULT_KINDS = ['Component', 'API', 'Resource', 'System', 'Domain'];
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
  /** By reason, for those that have settings. */
  rules: Record<string, RuleSettings>;
  schedule: SchedulerServiceTaskScheduleDefinition;
  ownerNotices: OwnerNoticeConfig;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readCatalogConfig(config: Config): CatalogConfig {
  return {
    kinds: readKinds(config),
    placeholders: readNames(config, `${ROOT}.placeholders`) ?? ['unknown'],
    rules: readRuleSettings(config, `${ROOT}.rules`),
    schedule: readSchedule(config),
    ownerNotices: readOwnerNoticeConfig(config),
  };
}

function readKinds(config: Config): string[] {
  const kinds = readNames(config, `${ROOT}.kinds`) ?? DEFAULT_KINDS;
  if (kinds.length === 0) {
    throw new InputError(
      `${ROOT}.kinds is empty; accepted is a list of entity kinds such as ['Component', 'API']`,
    );
  }
  return kinds;
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
