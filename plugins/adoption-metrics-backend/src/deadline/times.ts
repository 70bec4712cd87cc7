import { DatedColumn, datedColumns } from '../database';

/** Weeks are evaluated once they are over. */
export const deadlineTimes: DatedColumn[] = [
  ...datedColumns('deadlines', ['set_at', 'ended_at'], 'ms', 'now'),
  ...datedColumns('deadline_recipients', ['set_at'], 'ms', 'now'),
  ...datedColumns('deadline_weeks', ['week_day'], 'closed', 'remove'),
  ...datedColumns('annotations', ['written_at'], 'ms', 'now'),
];
