import { SECOND_MS } from './units';

/** Clocks that differ by no more agree, in ms. */
const TOLERANCE_MS = 2 * SECOND_MS;

/** What the time is, as far as clocks agree on it; in ms UTC. */
export interface ComparedTime {
  /** The clock of the process. */
  own: number;
  /** The best that is known. */
  at: number;
  /** What is certainly over: no clock that counts shows less. */
  passed: number;
  /**
   * Which clock is off; undefined while they agree. It is `unknown` where only the
   * process has a clock, and what it shows does not follow from the last stored time.
   */
  off?: 'process' | 'database' | 'unknown';
}

/**
 * What the time is where the database has a clock. Two of three hold: a clock that
 * jumps is overruled. If no two agree, the database decides, because all replicas
 * share it.
 *
 * @param readings.expected - what was agreed before, and the time that has passed
 * since; undefined at the start
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

/** @param a - in ms, as is `b` */
export function areClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE_MS;
}
