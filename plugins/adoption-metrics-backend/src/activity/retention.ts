import { olderThan, RetentionRule } from '../database';
import { WINDOW_DAYS } from './dimensions';

/** Days on which late events are accepted, and one to close them. */
const LATE_DAYS = 4;

/** A four-week period and the previous one. */
const PERSON_WINDOW_DAYS = 2 * WINDOW_DAYS;

/** The year that silences are judged by, and the days above. */
const OBSERVED_DAYS = 400 + LATE_DAYS;

/** A year of retention, after a joining range of up to a year. */
const JOINING_DAYS = 760;

const byDay = { unit: 'day', expired: olderThan('day') } as const;

/** How long activity is kept. */
export const activityRetention: RetentionRule[] = [
  {
    name: 'ingestBatches',
    keepDays: 8,
    // Batch ids prevent events from being counted twice.
    leastDays: LATE_DAYS,
    deletes: [
      {
        table: 'ingest_batches',
        key: ['person_id', 'batch_id'],
        unit: 'ms',
        expired: olderThan('received_at'),
      },
    ],
  },
  {
    name: 'knownNames',
    keepDays: WINDOW_DAYS,
    leastDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'known_names',
        key: ['dimension', 'name', 'witness'],
        unit: 'day',
        expired: olderThan('last_day'),
      },
    ],
  },
  {
    name: 'personDays',
    keepDays: 'activity',
    leastDays: PERSON_WINDOW_DAYS + LATE_DAYS,
    windowDays: PERSON_WINDOW_DAYS,
    deletes: [{ table: 'person_days', key: ['day', 'person_id'], ...byDay }],
  },
  {
    name: 'personPluginDays',
    keepDays: 35,
    leastDays: WINDOW_DAYS + LATE_DAYS,
    windowDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'person_plugin_days',
        key: ['day', 'plugin_id', 'person_id'],
        ...byDay,
      },
      {
        table: 'person_action_days',
        key: ['day', 'kind', 'person_id'],
        ...byDay,
      },
    ],
  },
  {
    name: 'installedPlugins',
    keepDays: WINDOW_DAYS,
    leastDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'installed_plugins',
        key: ['plugin_id', 'surface', 'witness'],
        unit: 'day',
        expired: olderThan('last_day'),
      },
    ],
  },
  {
    name: 'joiningPeople',
    keepDays: JOINING_DAYS,
    leastDays: JOINING_DAYS,
    deletes: [
      {
        table: 'joining_people',
        key: ['person_id'],
        unit: 'day',
        expired: olderThan('joined_day'),
      },
    ],
  },
  {
    // Members are no longer needed once their four weeks are final.
    name: 'frozenMembers',
    keepDays: 35,
    leastDays: WINDOW_DAYS + LATE_DAYS,
    windowDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'frozen_members',
        key: ['first_day', 'person_id'],
        unit: 'day',
        expired: olderThan('first_day'),
      },
    ],
  },
  {
    name: 'frozenPeriods',
    keepDays: 'daily',
    leastDays: 100,
    deletes: [
      {
        table: 'frozen_groups',
        key: ['first_day', 'position'],
        unit: 'day',
        expired: olderThan('first_day'),
      },
      {
        table: 'frozen_attributes',
        key: ['first_day', 'position'],
        unit: 'day',
        expired: olderThan('first_day'),
      },
      {
        table: 'frozen_periods',
        key: ['first_day'],
        unit: 'day',
        expired: olderThan('first_day'),
      },
    ],
  },
  {
    name: 'signInShapes',
    keepDays: 35,
    leastDays: WINDOW_DAYS + LATE_DAYS,
    deletes: [{ table: 'sign_in_shapes', key: ['day', 'shape'], ...byDay }],
  },
  {
    name: 'actionCounts',
    keepDays: 'daily',
    leastDays: WINDOW_DAYS + LATE_DAYS,
    windowDays: WINDOW_DAYS,
    deletes: [
      {
        table: 'action_counts',
        key: ['day', 'plugin_id', 'action'],
        ...byDay,
      },
      { table: 'action_kind_counts', key: ['day', 'kind'], ...byDay },
    ],
  },
  {
    name: 'activityDays',
    keepDays: OBSERVED_DAYS,
    leastDays: OBSERVED_DAYS,
    deletes: [{ table: 'activity_days', key: ['day'], ...byDay }],
  },
  {
    // Normally deleted when the day is closed; this covers portals that are
    // off.
    name: 'openDays',
    keepDays: LATE_DAYS,
    leastDays: LATE_DAYS,
    deletes: [
      { table: 'day_readers', key: ['day', 'person_id'], ...byDay },
      { table: 'day_failures', key: ['day', 'person_id'], ...byDay },
    ],
  },
];
