import { DatedColumn, datedColumns } from '../database';

/** The next reading of the catalog restores what is deleted here. */
export const peopleTimes: DatedColumn[] = [
  ...datedColumns('developer_spans', ['from_day'], 'day', 'remove'),
  ...datedColumns('developer_spans', ['to_day'], 'day', 'unset'),
  ...datedColumns('developer_counts', ['day'], 'day', 'remove'),
  ...datedColumns('attribute_spans', ['from_day'], 'day', 'remove'),
  ...datedColumns('attribute_spans', ['to_day'], 'day', 'unset'),
  ...datedColumns('team_spans', ['from_day'], 'day', 'remove'),
  ...datedColumns('team_spans', ['to_day'], 'day', 'unset'),
];
