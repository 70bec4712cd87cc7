import { DatedColumn } from '../database';

/** Only closed days have samples. */
export const sampleTimes: DatedColumn[] = [
  { table: 'samples', column: 'day', unit: 'closed', future: 'remove' },
  { table: 'daily_rollups', column: 'day', unit: 'closed', future: 'remove' },
];
