import { ActionKind } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { during, RowSums, Upsert } from '../../database';
import { AttributedEvent, EventCounter } from '../../parts';
import { Day, Interval } from '../../time';
import { kindsOf } from './kindsOf';

const COUNTS = 'action_kind_counts';
const PEOPLE = 'person_action_days';

type CountRow = { day: Day; kind: ActionKind; n: number };
type PersonRow = { day: Day; kind: ActionKind; person_id: number };

interface KindCount {
  kind: ActionKind;
  n: number;
}

/** Counts people and uses for each kind of action. */
export const actionCounter: EventCounter = {
  count(events) {
    const counts = new RowSums<CountRow>();
    const people = new RowSums<PersonRow>();
    events.forEach(event => add(event, counts, people));
    return [
      {
        table: COUNTS,
        key: ['day', 'kind'],
        add: ['n'],
        rows: counts.rows(),
      },
      {
        table: PEOPLE,
        key: ['day', 'kind', 'person_id'],
        rows: people.rows(),
      },
    ] as Upsert[];
  },
};

function add(
  { event, personId: person_id, day, times = 1 }: AttributedEvent,
  counts: RowSums<CountRow>,
  people: RowSums<PersonRow>,
): void {
  const kinds = event.type === 'interaction' ? kindsOf(event) : [];
  for (const kind of kinds) {
    const key = `${day} ${kind}`;
    counts.at(key, () => ({ day, kind, n: 0 })).n += times;
    people.at(`${key} ${person_id}`, () => ({ day, kind, person_id }));
  }
}

/** Reads people and uses for each kind of action. */
export class ActionStore {
  constructor(private readonly knex: Knex) {}

  /** The number of uses of each kind, without those that were not used. */
  async countUses(days: Interval): Promise<KindCount[]> {
    const rows = await during(this.knex(COUNTS), days)
      .groupBy('kind')
      .select('kind')
      .sum({ n: 'n' });
    return rows.map(toCount);
  }

  /**
   * The number of people by kind. Only counts members of the four-week period.
   *
   * @param firstDay - of the four-week period that contains the days
   */
  async countPeople(firstDay: Day, days: Interval): Promise<KindCount[]> {
    const did = during(this.knex(PEOPLE), days).distinct('kind', 'person_id');
    const rows = await this.knex
      .from('frozen_members as member')
      .where('member.first_day', firstDay)
      .join(did.as('did'), 'did.person_id', 'member.person_id')
      .groupBy('did.kind')
      .select('did.kind')
      .count({ n: '*' });
    return rows.map(toCount);
  }

  /**
   * The first day on which each kind was reported, within the retention period.
   *
   * @param lastDay - later days are ignored, because they are not closed
   */
  async firstDays(lastDay: Day): Promise<Map<string, Day>> {
    const rows = await this.knex(COUNTS)
      .where('day', '<=', lastDay)
      .groupBy('kind')
      .select('kind')
      .min({ day: 'day' });
    return new Map(
      rows.map((row: Record<string, unknown>) => [
        String(row.kind),
        Number(row.day),
      ]),
    );
  }
}

function toCount(row: Record<string, unknown>): KindCount {
  return { kind: row.kind as ActionKind, n: Number(row.n) };
}
