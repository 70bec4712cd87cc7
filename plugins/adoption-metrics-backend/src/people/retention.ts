import { Knex } from 'knex';
import { olderThan, RetentionRule } from '../database';
import { PEOPLE } from './identities';

/** As long as people's active days have to be distinguished. */
const LEAST_DAYS = 100;

/** Tables that refer to people who must not be deleted yet. */
const referring = [
  'person_days',
  'ingest_batches',
  'day_readers',
  'day_failures',
  'developer_spans',
  'team_spans',
  'attribute_spans',
  'frozen_members',
  'proof_members',
  'import_rows',
  'portal_person_days',
];

/** Spans expire by their last day, people by their last active day. */
export const peopleRetention: RetentionRule[] = [
  {
    name: 'developerSpans',
    keepDays: 'people',
    leastDays: LEAST_DAYS,
    windowDays: LEAST_DAYS,
    deletes: [
      {
        table: 'developer_spans',
        key: ['person_id', 'from_day'],
        unit: 'day',
        expired: olderThan('to_day'),
      },
    ],
  },
  {
    name: 'teamSpans',
    keepDays: 'people',
    leastDays: LEAST_DAYS,
    windowDays: LEAST_DAYS,
    deletes: [
      {
        table: 'team_spans',
        key: ['person_id', 'team_id', 'from_day'],
        unit: 'day',
        expired: olderThan('to_day'),
      },
    ],
  },
  {
    name: 'attributeSpans',
    keepDays: 'people',
    leastDays: LEAST_DAYS,
    windowDays: LEAST_DAYS,
    deletes: [
      {
        table: 'attribute_spans',
        key: ['person_id', 'value_id', 'from_day'],
        unit: 'day',
        expired: olderThan('to_day'),
      },
    ],
  },
  {
    name: 'people',
    keepDays: 'people',
    leastDays: LEAST_DAYS,
    deletes: [
      // Merged identities are deleted first, because they refer to the person.
      {
        table: PEOPLE,
        key: ['id'],
        unit: 'day',
        lockOrder: 'pseudonym',
        expired: (rows, before) => {
          rows.whereIn('merged_into', function selectPeople() {
            this.from(`${PEOPLE} as person`).select('person.id');
            whereForgettable(this, { person: 'person', before });
          });
        },
      },
      {
        table: PEOPLE,
        key: ['id'],
        unit: 'day',
        lockOrder: 'pseudonym',
        expired: (rows, before) => {
          whereForgettable(rows, { person: PEOPLE, before });
          rows.whereNotExists(function selectOthers() {
            this.from(`${PEOPLE} as other`)
              .select('other.id')
              .whereRaw('?? = ??', ['other.merged_into', `${PEOPLE}.id`]);
          });
        },
      },
    ],
  },
];

// People who opted out or are excluded have to be recognized if they come
// again.
function whereForgettable(
  rows: Knex.QueryBuilder,
  { person, before }: { person: string; before: number },
): void {
  rows
    .where(`${person}.last_day`, '<', before)
    .whereNull(`${person}.merged_into`)
    .where({ [`${person}.opted_out`]: false, [`${person}.excluded`]: false });
  for (const table of referring) {
    rows.whereNotExists(function selectReferring() {
      this.from(table)
        .select('person_id')
        .whereRaw('?? = ??', [`${table}.person_id`, `${person}.id`]);
    });
  }
}
