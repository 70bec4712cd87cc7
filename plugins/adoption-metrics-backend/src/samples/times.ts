import { DatedColumn } from '../database';

/** A day has samples once it is over. */
export const sampleTimes: DatedColumn[] = [
  { table: 'samples', column: 'day', unit: 'closed', future: 'remove' },
  { table: 'daily_rollups', column: 'day', unit: 'closed', future: 'remove' },
];
