import { Knex } from 'knex';
import { during, toOptionalNumber } from '../database';
import { Day, Interval } from '../time';

interface PersonRow {
  id: number;
  first_day: number | null;
  last_day: number | null;
}

/** How some people joined, stayed, and left in a period. */
export interface LifecycleCounts {
  active: number;
  new: number;
  returning: number;
  reactivated: number;
  lapsed: number;
  neverSeen: number;
}

/** How many developers were added and removed on a day. */
interface Turnover {
  day: Day;
  joined: number | undefined;
  departed: number | undefined;
}

/** Reads how people join, stay, and leave. */
export class LifecycleStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Updates the first and last active day of everyone who was active on a day.
   */
  async noteActivity(day: Day): Promise<void> {
    const active = this.knex('person_days').where({ day }).select('person_id');
    const people = () => this.knex<PersonRow>('people').whereIn('id', active);
    await people()
      .where(row => row.whereNull('first_day').orWhere('first_day', '>', day))
      .update({ first_day: day });
    await people()
      .where(row => row.whereNull('last_day').orWhere('last_day', '<', day))
      .update({ last_day: day });
  }

  /**
   * Compares two consecutive periods. Activity before an opt-out counts, as in
   * breakdowns by team.
   *
   * @param members - selects whom to count, as `person_id`
   */
  async countLifecycle(
    periods: { current: Interval; previous: Interval },
    members: Knex.QueryBuilder,
  ): Promise<LifecycleCounts> {
    const { current, previous } = periods;
    const row = await this.knex
      .from('people')
      .join(members.as('member'), 'member.person_id', 'people.id')
      .leftJoin(this.#active(current, 'later'), 'later.person_id', 'people.id')
      .leftJoin(
        this.#active(previous, 'earlier'),
        'earlier.person_id',
        'people.id',
      )
      .count({ active: 'later.person_id' })
      .select(
        this.knex.raw(
          'count(case when people.first_day >= ? then later.person_id end) as newcomers',
          [current.from],
        ),
        this.knex.raw(
          'count(case when people.first_day < ? and earlier.person_id is null then later.person_id end) as reactivated',
          [current.from],
        ),
        this.knex.raw(
          'count(case when earlier.person_id is not null then later.person_id end) as retained',
        ),
        this.knex.raw(
          'count(case when later.person_id is null then earlier.person_id end) as lapsed',
        ),
        this.knex.raw(
          'count(case when people.first_day is null or people.first_day >= ? then 1 end) as never_seen',
          [current.to],
        ),
      )
      .first();
    return toCounts(row);
  }

  /** Turnover on days when the catalog was read, in order. */
  async turnover(days: Interval): Promise<Turnover[]> {
    const rows: Array<Record<string, unknown>> = await during(
      this.knex('developer_counts'),
      days,
    )
      .orderBy('day')
      .select('day', 'joined', 'departed');
    return rows.map(row => ({
      day: Number(row.day),
      joined: toOptionalNumber(row.joined),
      departed: toOptionalNumber(row.departed),
    }));
  }

  #active(days: Interval, alias: string): Knex.QueryBuilder {
    return during(this.knex('person_days'), days)
      .distinct('person_id')
      .as(alias);
  }
}

function toCounts(row: Record<string, unknown>): LifecycleCounts {
  return {
    active: Number(row.active),
    new: Number(row.newcomers),
    returning: Number(row.retained),
    reactivated: Number(row.reactivated),
    lapsed: Number(row.lapsed),
    neverSeen: Number(row.never_seen),
  };
}
