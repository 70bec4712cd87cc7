import { Config } from '@backstage/config';
import { readHour, readWeekday, Recurrence } from '../../time';

const KEY = 'adoptionMetrics.catalog.ownerNotifications';

/** When owners are told what of theirs is stale. */
export interface OwnerNoticeConfig {
  enabled: boolean;
  when: Recurrence;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readOwnerNoticeConfig(config: Config): OwnerNoticeConfig {
  return {
    enabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? false,
    when: {
      every: 'week',
      weekday: readWeekday(config, `${KEY}.day`),
      hour: readHour(config, `${KEY}.hour`),
    },
  };
}
