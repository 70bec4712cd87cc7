import {
  createBatches,
  EVENTS_PER_BATCH,
  PersonalBatch,
} from '../load/batches';

/** The history of a portal before anything is read. */
export interface Past {
  people: number;
  teams: number;
  /** Number of days, including today. */
  days: number;
  /** An approximate number; `countEvents` is exact. */
  events: number;
}

/** Events repeat after this many days. */
export const CYCLE_DAYS = 10;

/** Hours (UTC) shortly before which people are active. */
const HOURS = [9, 10, 11, 12, 13, 14, 15, 16];
const HOUR_MS = 3_600_000;

/** How many events a past has. */
export function countEvents(past: Past): number {
  return past.days * batchesADay(past) * EVENTS_PER_BATCH;
}

/**
 * Batches of one day, none in the future.
 *
 * @param day - its number in the history, starting at 0, and its start in ms
 * UTC
 */
export function batchesOfDay(
  past: Past,
  day: { index: number; startsAt: number; now: number },
): PersonalBatch[] {
  const hours = HOURS.map(hour =>
    createBatches({
      people: past.people,
      now: Math.min(day.startsAt + hour * HOUR_MS, day.now),
      seed: (day.index % CYCLE_DAYS) * 24 + hour,
    }),
  );
  return Array.from(
    { length: batchesADay(past) },
    (_, i) => hours[i % hours.length].next().value,
  );
}

function batchesADay({ events, days }: Past): number {
  return Math.ceil(events / days / EVENTS_PER_BATCH);
}
