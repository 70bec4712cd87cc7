import { SECOND_MS } from './units';

/** The largest difference between clocks that counts as agreement, in ms. */
const TOLERANCE_MS = 2 * SECOND_MS;

/** The result of comparing clocks; all times in ms UTC. */
export interface ComparedTime {
  /** The clock of the process. */
  own: number;
  /** The most plausible time. */
  at: number;
  /** The earliest plausible time: everything before it is definitely over. */
  passed: number;
  /**
   * Which clock is off; undefined if they agree. `unknown` if there is only the
   * clock of the process and it does not match the last stored time.
   */
  off?: 'process' | 'database' | 'unknown';
}

/**
 * Compares the clocks of process and database. A clock that jumps is outvoted
 * by the other clock and the elapsed time. If all three differ, the database
 * wins, because all replicas share it.
 *
 * @param readings.expected - the last agreed time plus the elapsed time;
 * undefined at startup
 */
export function compareWithDatabase(readings: {
  own: number;
  database: number;
  expected: number | undefined;
}): ComparedTime {
  const { own, database, expected } = readings;
  const passed = Math.min(own, database);
  if (areClose(own, database)) {
    return { own, at: own, passed };
  }
  return expected !== undefined && areClose(own, expected)
    ? { own, at: own, passed, off: 'database' }
    : { own, at: database, passed, off: 'process' };
}

/**
 * @param a - in ms, like `b`
 */
export function areClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE_MS;
}
