import { addDays, startOfDay } from '../../ui/format';
import { startOfRange, type RangeId } from '../../ui/address';

interface Chosen {
  /** Instead of the range. */
  day?: string;
  range: RangeId;
  today: string;
  timeZone: string;
}

/** Of what time downtime is listed; until now where it says nothing of an end. */
export function downtimeRange({ day, range, today, timeZone }: Chosen) {
  const startOf = (each: string) =>
    new Date(startOfDay(each, timeZone)).toISOString();
  if (!day) {
    return { from: startOf(startOfRange(range, today)) };
  }
  return day < today
    ? { from: startOf(day), to: startOf(addDays(day, 1)) }
    : { from: startOf(day) };
}
