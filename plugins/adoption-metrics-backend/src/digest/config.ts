import { Config } from '@backstage/config';
import { DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { readHour, readWeekday, Recurrence } from '../time';

const KEY = 'adoptionMetrics.digest';

/** When digests are sent; undefined for one that is not. */
export type DigestConfig = Record<DigestPeriod, Recurrence | undefined>;

/** @throws InputError that names the key, the fault and what is accepted. */
export function readDigestConfig(config: Config): DigestConfig {
  const isOn = (key: string) =>
    config.getOptionalBoolean(`${KEY}.${key}.enabled`) ?? true;
  const hour = (key: string) => readHour(config, `${KEY}.${key}.hour`);
  const weekday = readWeekday(config, `${KEY}.weekly.day`);
  return {
    week: isOn('weekly')
      ? { every: 'week', weekday, hour: hour('weekly') }
      : undefined,
    month: isOn('monthly')
      ? { every: 'month', hour: hour('monthly') }
      : undefined,
  };
}
