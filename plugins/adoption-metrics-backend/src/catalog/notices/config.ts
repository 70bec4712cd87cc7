import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'adoptionMetrics.catalog.ownerNotifications';
const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** When owners are told what of theirs is stale, in the reporting time zone. */
export interface OwnerNoticeConfig {
  enabled: boolean;
  /** From 1 for Monday to 7 for Sunday. */
  weekday: number;
  /** From 0 to 23. */
  hour: number;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readOwnerNoticeConfig(config: Config): OwnerNoticeConfig {
  return {
    enabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? false,
    weekday: readWeekday(config),
    hour: readHour(config),
  };
}

function readWeekday(config: Config): number {
  const day = config.getOptional(`${KEY}.day`) ?? WEEKDAYS[0];
  const index = WEEKDAYS.indexOf(String(day).toLowerCase());
  if (index < 0) {
    throw new InputError(
      `${KEY}.day is ${JSON.stringify(day)}; accepted are ${WEEKDAYS.join(
        ', ',
      )}`,
    );
  }
  return index + 1;
}

function readHour(config: Config): number {
  const hour = config.getOptional(`${KEY}.hour`) ?? 9;
  if (!Number.isInteger(hour) || Number(hour) < 0 || Number(hour) > 23) {
    throw new InputError(
      `${KEY}.hour is ${JSON.stringify(
        hour,
      )}; accepted are whole numbers from 0 to 23`,
    );
  }
  return Number(hour);
}
