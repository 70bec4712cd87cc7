import {
  DatedColumn,
  datedColumns,
  olderThan,
  RetentionRule,
} from '../../database';

/** Up to a closed day: its four weeks and those before, as of this portal. */
const PERSON_DAYS = 60;

const byDay = { unit: 'day', expired: olderThan('day') } as const;

/** How long what other portals report is kept: as long as our own. */
export const portalRetention: RetentionRule[] = [
  {
    name: 'portalBatches',
    keepDays: 35,
    leastDays: 1,
    deletes: [
      {
        table: 'portal_batches',
        key: ['portal_id', 'batch_id'],
        unit: 'ms',
        expired: olderThan('received_at'),
      },
    ],
  },
  {
    name: 'portalPersonDays',
    keepDays: 'activity',
    leastDays: PERSON_DAYS,
    deletes: [
      {
        table: 'portal_person_days',
        key: ['day', 'portal_id', 'person_id'],
        ...byDay,
      },
    ],
  },
  {
    name: 'portalDays',
    keepDays: 'daily',
    leastDays: 100,
    deletes: [
      { table: 'portal_days', key: ['day', 'portal_id'], ...byDay },
      { table: 'portal_rollups', key: ['day', 'portal_id'], ...byDay },
      {
        table: 'portal_samples',
        key: ['day', 'portal_id', 'dimension', 'member'],
        ...byDay,
      },
    ],
  },
];

/** What is made of days that are over, or says when something came. */
export const portalTimes: DatedColumn[] = [
  ...datedColumns('portal_batches', ['received_at'], 'ms', 'now'),
  ...datedColumns('portal_days', ['reported_at'], 'ms', 'now'),
  ...datedColumns('portal_samples', ['day'], 'closed', 'remove'),
  ...datedColumns('portal_samples', ['computed_at'], 'ms', 'now'),
];
