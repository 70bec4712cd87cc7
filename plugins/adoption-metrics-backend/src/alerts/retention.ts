import { olderThan, RetentionRule } from '../database';

/** What was alerted about is told for 25 months, and how it was told for six. */
export const alertRetention: RetentionRule[] = [
  {
    name: 'alertDeliveries',
    keepDays: 183,
    leastDays: 30,
    deletes: [
      {
        table: 'alert_deliveries',
        key: ['id'],
        unit: 'ms',
        expired: olderThan('created_at'),
      },
    ],
  },
];
