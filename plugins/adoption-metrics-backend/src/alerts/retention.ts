import { Knex } from 'knex';
import { olderThan, RetentionRule } from '../database';

/** As long as the page looks back. */
const LEAST_DAYS = 30;

/** The newest alert of a subject is its state, and stays however old it is. */
export const alertRetention: RetentionRule[] = [
  {
    name: 'alerts',
    keepDays: 'alerts',
    leastDays: LEAST_DAYS,
    deletes: [
      {
        table: 'alert_deliveries',
        key: ['id'],
        unit: 'ms',
        expired: olderThan('created_at'),
      },
      {
        table: 'alerts',
        key: ['id'],
        unit: 'ms',
        expired: (rows, before) => {
          rows.where('alerts.at', '<', before);
          rows.whereNotExists(function selectDeliveries() {
            this.from('alert_deliveries as delivery')
              .select('delivery.id')
              .whereRaw('?? = ??', ['delivery.alert_id', 'alerts.id']);
          });
          whereFollowed(rows);
        },
      },
      {
        table: 'alert_acknowledgements',
        key: ['alert_id'],
        unit: 'ms',
        expired: rows => {
          rows.whereNotExists(function selectAlert() {
            this.from('alerts')
              .select('alerts.id')
              .whereRaw('?? = ??', [
                'alerts.id',
                'alert_acknowledgements.alert_id',
              ]);
          });
        },
      },
    ],
  },
];

function whereFollowed(rows: Knex.QueryBuilder): void {
  rows.whereExists(function selectNewer() {
    this.from('alerts as newer')
      .select('newer.id')
      .whereRaw('?? = ??', ['newer.rule', 'alerts.rule'])
      .whereRaw('?? = ??', ['newer.subject', 'alerts.subject'])
      .whereRaw('?? > ??', ['newer.sequence', 'alerts.sequence']);
  });
}
