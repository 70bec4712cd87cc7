import { DatedColumn, datedColumns } from '../database';

const ofPeriods = [
  'frozen_attributes',
  'frozen_members',
  'frozen_groups',
  'frozen_periods',
];

/** Results about days and periods that are over or have begun. */
export const activityTimes: DatedColumn[] = [
  ...datedColumns('ingest_batches', ['received_at'], 'ms', 'now'),
  ...datedColumns('known_names', ['first_at'], 'ms', 'now'),
  ...datedColumns('known_names', ['last_day'], 'day', 'now'),
  ...datedColumns('activity_days', ['day'], 'closed', 'remove'),
  ...ofPeriods.flatMap(table =>
    datedColumns(table, ['first_day'], 'day', 'remove'),
  ),
  ...datedColumns('joining_ranges', ['from_day'], 'day', 'remove'),
  ...datedColumns('joining_people', ['joined_day'], 'day', 'remove'),
];
