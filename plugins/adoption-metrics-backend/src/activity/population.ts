import { Knex } from 'knex';
import { Day } from '../time';

/** The people of whom the figures of a day speak. */
export interface Population {
  day: Day;
  /**
   * Whether everybody counts who is not excluded, as under a configured head
   * count, instead of the developers of the day.
   */
  everybody: boolean;
}

/** Selects their ids as `person_id`; who opted out is never among them. */
export function selectPopulation(
  knex: Knex,
  { day, everybody }: Population,
): Knex.QueryBuilder {
  const people = knex('people')
    .where('people.opted_out', false)
    .select({ person_id: 'people.id' });
  return everybody
    ? people.where('people.excluded', false).whereNull('people.merged_into')
    : covering(
        people.join('developer_spans as span', 'span.person_id', 'people.id'),
        day,
      );
}

/** Keeps the rows of a query on `span` that last on the day. */
export function covering(
  query: Knex.QueryBuilder,
  day: Day,
): Knex.QueryBuilder {
  return query
    .where('span.from_day', '<=', day)
    .where(open =>
      open.whereNull('span.to_day').orWhere('span.to_day', '>', day),
    );
}
