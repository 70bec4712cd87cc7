import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  defaultTargets,
  MetricId,
  Target,
} from 'backstage-plugin-adoption-metrics-common';
import { ReportingZone } from '../time';

const targetKeys: Record<MetricId, { key: string; most: number }> = {
  'active-users': { key: 'activeUsers', most: 1 },
  'page-load': { key: 'pageLoad', most: 60 },
  uptime: { key: 'uptime', most: 1 },
  'stale-entities': { key: 'staleEntities', most: 1 },
};

/** @throws InputError naming the target that is out of range. */
export function readTargets(config: Config): Record<MetricId, Target> {
  const targets = { ...defaultTargets };
  for (const metric of Object.keys(targetKeys) as MetricId[]) {
    const { key, most } = targetKeys[metric];
    const path = `adoptionMetrics.targets.${key}`;
    const value = config.getOptionalNumber(path) ?? targets[metric].value;
    if (!(value > 0 && value <= most)) {
      const meaning = most === 1 ? 'a share: 0.3 is 30%' : 'seconds';
      throw new InputError(
        `${path} is ${value}, use a number above 0 and up to ${most} (${meaning})`,
      );
    }
    targets[metric] = { ...targets[metric], value };
  }
  return targets;
}

/** @throws InputError if the zone is unknown. */
export function readReportingZone(config: Config): ReportingZone {
  const name = config.getOptionalString('adoptionMetrics.timeZone') ?? 'UTC';
  try {
    return ReportingZone.create(name);
  } catch (error) {
    throw new InputError(
      `adoptionMetrics.timeZone: ${(error as Error).message}`,
    );
  }
}
