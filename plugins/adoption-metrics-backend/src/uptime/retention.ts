import { olderThan, RetentionRule } from '../database';

/** The longest window that is shown. */
const LEAST_DAYS = 366;

/** Length of the window that a closed day is measured by. */
const WINDOW_DAYS = 30;

/** Rows expire by their end, so whatever still lasts is kept. */
export const uptimeRetention: RetentionRule[] = [
  {
    name: 'heartbeats',
    keepDays: 'uptime',
    leastDays: LEAST_DAYS,
    windowDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'heartbeats',
        key: ['instance_id', 'seq'],
        unit: 'ms',
        expired: olderThan('last_beat_at'),
      },
    ],
  },
  {
    name: 'componentStates',
    keepDays: 'uptime',
    leastDays: LEAST_DAYS,
    windowDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'component_states',
        key: ['component_id', 'from_at'],
        unit: 'ms',
        expired: olderThan('to_at'),
      },
    ],
  },
  {
    name: 'maintenance',
    keepDays: 'uptime',
    leastDays: LEAST_DAYS,
    windowDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'maintenance_windows',
        key: ['id'],
        unit: 'ms',
        expired: olderThan('to_at'),
      },
      {
        table: 'incident_notes',
        key: ['id'],
        unit: 'ms',
        expired: olderThan('moment_at'),
      },
    ],
  },
  {
    name: 'uptimeChecks',
    keepDays: 3,
    leastDays: 2,
    deletes: [
      {
        table: 'uptime_checks',
        key: ['component_id', 'check_id'],
        unit: 'ms',
        expired: olderThan('received_at'),
      },
      {
        table: 'observer_days',
        key: ['observer', 'day'],
        unit: 'day',
        expired: olderThan('day'),
      },
    ],
  },
];
