import { DatedColumn, datedColumns, PLANNED_AHEAD_MS } from '../database';

/** What waits for a time that was set with a clock ahead would wait for long. */
export const alertTimes: DatedColumn[] = [
  ...datedColumns('alerts', ['at'], 'ms', 'now'),
  ...datedColumns(
    'alert_deliveries',
    ['claimed_until', 'sent_at', 'created_at'],
    'ms',
    'now',
  ),
  {
    table: 'alert_deliveries',
    column: 'due_at',
    unit: 'ms',
    future: 'now',
    ahead: PLANNED_AHEAD_MS,
  },
  ...datedColumns('alert_acknowledgements', ['acknowledged_at'], 'ms', 'now'),
  ...datedColumns('alert_mutes', ['muted_at'], 'ms', 'now'),
];
