import { RetentionRule } from '../database';
import { HEADLINE } from './Sample';

/** Headlines are kept forever; other samples expire. */
export const sampleRetention: RetentionRule[] = [
  {
    name: 'samples',
    keepDays: 'daily',
    // Trends compare with the previous window, and history shows up to 90 days.
    leastDays: 100,
    deletes: [
      {
        table: 'samples',
        key: ['metric', 'dimension', 'member', 'day'],
        unit: 'day',
        expired: (rows, before) => {
          rows.where('day', '<', before).whereNot('dimension', HEADLINE);
        },
      },
    ],
  },
];
