import { olderThan, RetentionRule } from '../database';
import { WINDOW_DAYS } from './dimensions';

/** Days on which late events arrive, and one to close them. */
const LATE_DAYS = 4;

/** Up to a closed day: its four weeks and those before. */
const PERSON_WINDOW_DAYS = 2 * WINDOW_DAYS;

/** Up to a closed day: the year by which a silence is judged, and some more. */
const OBSERVED_DAYS = 400 + LATE_DAYS;

/** A year in which people are followed, after a range of up to a year. */
const JOINING_DAYS = 760;

const byDay = { unit: 'day', expired: olderThan('day') } as const;

/** How long activity is kept. */
export const activityRetention: RetentionRule[] = [
  {
    name: 'ingestBatches',
    keepDays: 8,
    // Without the id of its batch a replay would count events again.
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
    // Nobody is counted in four weeks any more once they are measured for good.
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
    // Who it was goes when the day is closed; a portal that is off closes none.
    name: 'openDays',
    keepDays: LATE_DAYS,
    leastDays: LATE_DAYS,
    deletes: [
      { table: 'day_readers', key: ['day', 'person_id'], ...byDay },
      { table: 'day_failures', key: ['day', 'person_id'], ...byDay },
    ],
  },
];
