import { Knex } from 'knex';
import { Interval } from '../time';

/** Keeps the rows of a query whose `day` is in a half-open interval. */
export function during(
  query: Knex.QueryBuilder,
  { from, to }: Interval,
): Knex.QueryBuilder {
  return query.where('day', '>=', from).where('day', '<', to);
}
