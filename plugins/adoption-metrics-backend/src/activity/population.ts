import { Knex } from 'knex';
import { Day } from '../time';

/** The people who count for the metrics on a day. */
export interface Population {
  day: Day;
  /**
   * Whether everybody counts who is not excluded, as with a configured head
   * count. Otherwise, only the developers of that day count: with former
   * developers, renamed identities would count twice.
   */
  everybody: boolean;
}

/** Selects a population as `person_id`, without people who opted out. */
export function selectPopulation(
  knex: Knex,
  { day, everybody }: Population,
): Knex.QueryBuilder {
  const people = knex('people')
    .where('people.opted_out', false)
    .select({ person_id: 'people.id' });
  return everybody
    ? people
        .where('people.excluded', false)
        .whereNull('people.merged_into')
        .where(present =>
          present
            .whereNotExists(spansOf(knex).where('span.from_day', '<=', day))
            .orWhereExists(covering(spansOf(knex), day)),
        )
    : covering(
        people.join('developer_spans as span', 'span.person_id', 'people.id'),
        day,
      );
}

function spansOf(knex: Knex): Knex.QueryBuilder {
  return knex('developer_spans as span')
    .whereRaw('?? = ??', ['span.person_id', 'people.id'])
    .select('span.person_id');
}

/** Limits a query on `span` to rows that include the day. */
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
