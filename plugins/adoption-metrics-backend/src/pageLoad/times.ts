import { DatedColumn, datedColumns } from '../database';

const byDay = [
  'page_load_counts',
  'page_load_buckets',
  'page_load_discards',
  'page_navigations',
  'dropped_events',
];
const byHour = ['page_load_hour_counts', 'page_load_hour_buckets'];

/** No page loads tomorrow. */
export const pageLoadTimes: DatedColumn[] = [
  ...byDay.flatMap(table => datedColumns(table, ['day'], 'day', 'remove')),
  ...byHour.flatMap(table => datedColumns(table, ['hour_at'], 'ms', 'remove')),
];
