import { Knex } from 'knex';
import { olderThan, RetentionRule } from '../database';
import { SCANS } from './scanRows';

/** The longest range that can be shown. */
const LEAST_DAYS = 366;

/** How long the data of catalog scans is kept. */
export const catalogRetention: RetentionRule[] = [
  {
    name: 'entityAges',
    keepDays: 35,
    leastDays: 14,
    deletes: [
      {
        table: 'catalog_entity_ages',
        key: ['source', 'entity_ref'],
        unit: 'ms',
        expired: olderThan('seen_at'),
      },
    ],
  },
  {
    name: 'scans',
    keepDays: 'catalog',
    leastDays: LEAST_DAYS,
    deletes: [
      {
        table: SCANS,
        key: ['id'],
        unit: 'ms',
        expired: (rows, before) => {
          rows.where(`${SCANS}.finished_at`, '<', before);
          whereSuperseded(rows);
        },
      },
    ],
  },
  {
    name: 'verifications',
    keepDays: 'catalog',
    leastDays: LEAST_DAYS,
    deletes: [
      {
        table: 'catalog_verifications',
        key: ['id'],
        unit: 'ms',
        expired: olderThan('verified_at'),
      },
    ],
  },
];

// The findings of the newest completed scan of each source are current.
function whereSuperseded(rows: Knex.QueryBuilder): void {
  rows.whereExists(function selectNewer() {
    this.from(`${SCANS} as newer`)
      .select('newer.id')
      .where('newer.status', 'completed')
      .whereRaw('?? = ??', ['newer.source', `${SCANS}.source`])
      .whereRaw('?? > ??', ['newer.finished_at', `${SCANS}.finished_at`]);
  });
}
