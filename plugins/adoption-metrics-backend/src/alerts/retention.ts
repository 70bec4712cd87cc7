import { Knex } from 'knex';
import { olderThan, RetentionRule } from '../database';
import { ACKNOWLEDGEMENTS, ALERTS, DELIVERIES, STATES } from './tables';

/** As far as the page can look back. */
const LEAST_DAYS = 30;

/** The latest alert of each subject is kept regardless of its age. */
export const alertRetention: RetentionRule[] = [
  {
    name: 'alerts',
    keepDays: 'alerts',
    leastDays: LEAST_DAYS,
    deletes: [
      {
        table: DELIVERIES,
        key: ['id'],
        unit: 'ms',
        expired: olderThan('created_at'),
      },
      {
        table: ALERTS,
        key: ['id'],
        unit: 'ms',
        expired: (rows, before) => {
          rows.where(`${ALERTS}.at`, '<', before);
          whereNone(rows, ALERTS, DELIVERIES, { id: 'alert_id' });
          whereNone(rows, ALERTS, STATES, {
            rule: 'rule',
            subject: 'subject',
            sequence: 'sequence',
          });
        },
      },
      {
        table: ACKNOWLEDGEMENTS,
        key: ['alert_id'],
        unit: 'ms',
        expired: rows =>
          whereNone(rows, ACKNOWLEDGEMENTS, ALERTS, { alert_id: 'id' }),
      },
    ],
  },
];

/**
 * @param columns - pairs of columns of both tables
 */
function whereNone(
  rows: Knex.QueryBuilder,
  table: string,
  other: string,
  columns: Record<string, string>,
): void {
  rows.whereNotExists(function selectOther() {
    this.from(other).select(`${other}.*`);
    for (const [own, theirs] of Object.entries(columns)) {
      this.whereRaw('?? = ??', [`${other}.${theirs}`, `${table}.${own}`]);
    }
  });
}
