import { olderThan, RetentionRule } from '../database';

/** What is kept of entities beside the catalog. */
export const catalogRetention: RetentionRule[] = [
  {
    name: 'entityAges',
    keepDays: 35,
    leastDays: 14,
    deletes: [
      {
        table: 'catalog_entity_ages',
        key: ['source', 'entity_uid'],
        unit: 'ms',
        expired: olderThan('seen_at'),
      },
    ],
  },
  {
    name: 'verifications',
    keepDays: 761,
    leastDays: 366,
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
