import { DatedColumn, datedColumns } from '../database';

/** Nothing was up or down yet at a time that has not come. */
export const uptimeTimes: DatedColumn[] = [
  ...datedColumns('heartbeats', ['started_at'], 'ms', 'remove'),
  ...datedColumns('heartbeats', ['last_beat_at', 'closed_at'], 'ms', 'now'),
  ...datedColumns(
    'components',
    ['first_success_at', 'last_check_at', 'failing_since'],
    'ms',
    'now',
  ),
  ...datedColumns('component_states', ['from_at'], 'ms', 'remove'),
  ...datedColumns('component_states', ['to_at'], 'ms', 'now'),
  ...datedColumns('uptime_checks', ['received_at'], 'ms', 'now'),
  ...datedColumns('maintenance_windows', ['declared_at'], 'ms', 'now'),
  ...datedColumns('incident_notes', ['written_at'], 'ms', 'now'),
];
