import { RetentionRule } from '../database';
import { HEADLINE } from './Sample';

/** The history of the metrics themselves is kept for good. */
export const sampleRetention: RetentionRule[] = [
  {
    name: 'samples',
    keepDays: 'daily',
    // Metrics are compared with those of a window before, over 90 days.
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
