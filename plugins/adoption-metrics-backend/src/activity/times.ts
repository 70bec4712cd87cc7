import { DatedColumn, datedColumns } from '../database';

const ofToday = [
  'person_days',
  'person_plugin_days',
  'sign_in_shapes',
  'action_counts',
  'day_readers',
  'day_failures',
];

const ofPeriods = ['frozen_members', 'frozen_groups', 'frozen_periods'];

/** Nobody was active tomorrow. */
export const activityTimes: DatedColumn[] = [
  ...datedColumns('ingest_batches', ['received_at'], 'ms', 'now'),
  ...ofToday.flatMap(table => datedColumns(table, ['day'], 'day', 'remove')),
  ...datedColumns('activity_days', ['day'], 'closed', 'remove'),
  ...ofPeriods.flatMap(table =>
    datedColumns(table, ['first_day'], 'day', 'remove'),
  ),
  ...datedColumns('joining_ranges', ['from_day'], 'day', 'remove'),
  ...datedColumns('joining_people', ['joined_day'], 'day', 'remove'),
];
