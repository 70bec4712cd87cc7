import { DatedColumn, datedColumns } from '../database';

/** When components were last seen, and when people wrote something. */
export const uptimeTimes: DatedColumn[] = [
  ...datedColumns(
    'components',
    ['first_success_at', 'last_check_at', 'failing_since', 'steady_since'],
    'ms',
    'now',
  ),
  ...datedColumns('uptime_checks', ['received_at'], 'ms', 'now'),
  ...datedColumns('maintenance_windows', ['declared_at'], 'ms', 'now'),
  ...datedColumns('incident_notes', ['written_at'], 'ms', 'now'),
];
