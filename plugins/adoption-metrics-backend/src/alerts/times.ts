import { DatedColumn, datedColumns, PLANNED_AHEAD_MS } from '../database';

/** With a clock that was ahead, messages would wait for a long time. */
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
