import { Knex } from 'knex';
import { Day, HOUR_MS, MINUTE_MS } from '../time';

/** What happens to a time in the future. */
type Correction =
  /** Delete the row. */
  | 'remove'
  /** Set it to the current time. */
  | 'now'
  /** Set it to null. */
  | 'unset';

/**
 * A column that may contain times in the future after a clock was ahead. Only
 * for data that can be recomputed, or times at which something was recorded.
 * Observations (active users, page loads, heartbeats) are never changed: if the
 * clock is actually behind, they would be lost.
 */
export interface DatedColumn {
  table: string;
  column: string;
  /** `closed` days have to be over, so today counts as the future. */
  unit: 'day' | 'closed' | 'ms';
  future: Correction;
  /** How far it can legitimately be ahead, in ms. Defaults to ten minutes. */
  ahead?: number;
}

/** Tolerance for differences between replicas and for short claims, in ms. */
const AHEAD_MS = 10 * MINUTE_MS;

/** How far ahead anything is planned at most, in ms. */
export const PLANNED_AHEAD_MS = 12 * HOUR_MS;

/**
 * Corrects times in the future, once the current time is certain. Can run at
 * any time: it changes nothing unless a clock was ahead.
 *
 * @returns the number of changed rows per table
 */
export async function correctFutureTimes(
  knex: Knex,
  columns: DatedColumn[],
  present: { now: number; today: Day },
): Promise<Record<string, number>> {
  const corrected: Record<string, number> = {};
  for (const dated of columns) {
    const count = await correct(knex, dated, present);
    if (count > 0) {
      corrected[dated.table] = (corrected[dated.table] ?? 0) + count;
    }
  }
  return corrected;
}

async function correct(
  knex: Knex,
  { table, column, unit, future, ahead = AHEAD_MS }: DatedColumn,
  { now, today }: { now: number; today: Day },
): Promise<number> {
  const limit = { day: today, closed: today - 1, ms: now + ahead }[unit];
  const rows = knex(table).where(column, '>', limit);
  if (future === 'remove') {
    return rows.delete();
  }
  const present = unit === 'ms' ? Math.round(now) : today;
  return rows.update({ [column]: future === 'now' ? present : null });
}

/** Several columns of one table that are corrected in the same way. */
export function datedColumns(
  table: string,
  columns: string[],
  unit: DatedColumn['unit'],
  future: Correction,
): DatedColumn[] {
  return columns.map(column => ({ table, column, unit, future }));
}
