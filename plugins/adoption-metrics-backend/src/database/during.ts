import { Knex } from 'knex';
import { Interval } from '../time';

/** Limits a query to rows whose `day` is in an interval. */
export function during(
  query: Knex.QueryBuilder,
  { from, to }: Interval,
): Knex.QueryBuilder {
  return query.where('day', '>=', from).where('day', '<', to);
}
