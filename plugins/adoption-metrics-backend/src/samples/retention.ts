import { RetentionRule } from '../database';
import { HEADLINE } from './Sample';

/** The history of the figures themselves is kept for good. */
export const sampleRetention: RetentionRule[] = [
  {
    name: 'samples',
    keepDays: 'daily',
    // Figures are compared with those of a window before, over 90 days.
    leastDays: 100,
    deletes: [
      {
        table: 'samples',
        key: ['metric', 'cut', 'cut_id', 'day'],
        unit: 'day',
        expired: (rows, before) => {
          rows.where('day', '<', before).whereNot('cut', HEADLINE);
        },
      },
    ],
  },
];
