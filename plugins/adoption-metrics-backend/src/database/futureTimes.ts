import { Knex } from 'knex';
import { Day, HOUR_MS, MINUTE_MS } from '../time';

/** What becomes of a time that has not come yet. */
type Correction =
  /** The rows go. */
  | 'remove'
  /** The time becomes the present one. */
  | 'now'
  /** The column becomes null. */
  | 'unset';

/**
 * A column with a time that a clock that was ahead may have left in the future, of
 * what can be made again or only says when something was noted. What was observed
 * (who was active, page loads, heartbeats) stays wherever it is: should the clock be
 * behind instead, it would be lost.
 */
export interface DatedColumn {
  table: string;
  column: string;
  /** `closed`: a day that has to be over, so that the present one has not come yet. */
  unit: 'day' | 'closed' | 'ms';
  future: Correction;
  /** How far ahead it may well be, in ms; ten minutes without it. */
  ahead?: number;
}

/** Replicas may be apart by a little, and claim things for a while, in ms. */
const AHEAD_MS = 10 * MINUTE_MS;

/** The longest time for which anything is planned ahead, in ms. */
export const PLANNED_AHEAD_MS = 12 * HOUR_MS;

/**
 * Takes back what is dated after the present, once it is known what that is. Safe
 * to run at any time: it changes nothing unless a clock was ahead.
 *
 * @returns how many rows were changed, by table
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

/** Columns of one table whose future times all become the same. */
export function datedColumns(
  table: string,
  columns: string[],
  unit: DatedColumn['unit'],
  future: Correction,
): DatedColumn[] {
  return columns.map(column => ({ table, column, unit, future }));
}
