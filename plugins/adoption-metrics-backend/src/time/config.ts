import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/**
 * From 1 for Monday, which is the default, to 7 for Sunday.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readWeekday(config: Config, key: string): number {
  const day = config.getOptional(key) ?? WEEKDAYS[0];
  const index = WEEKDAYS.indexOf(String(day).toLowerCase());
  if (index < 0) {
    throw new InputError(
      `${key} is ${JSON.stringify(day)}; accepted are ${WEEKDAYS.join(', ')}`,
    );
  }
  return index + 1;
}

/**
 * From 0 to 23; 9 by default.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readHour(config: Config, key: string): number {
  const hour = config.getOptional(key) ?? 9;
  if (!Number.isInteger(hour) || Number(hour) < 0 || Number(hour) > 23) {
    throw new InputError(
      `${key} is ${JSON.stringify(
        hour,
      )}; accepted are whole numbers from 0 to 23`,
    );
  }
  return Number(hour);
}
