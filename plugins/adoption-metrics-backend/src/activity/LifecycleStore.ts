import { Knex } from 'knex';
import { during, toOptionalNumber } from '../database';
import { Day, Interval } from '../time';
import { Population, selectPopulation } from './population';

interface PersonRow {
  id: number;
  first_day: number | null;
  last_day: number | null;
}

/** How the people of a population came, stayed, and went in a period. */
export interface LifecycleCounts {
  people: number;
  active: number;
  new: number;
  returning: number;
  reactivated: number;
  lapsed: number;
  neverSeen: number;
}

/** People by their first active day, and how many were active in a period. */
export interface FirstDayCount {
  firstDay: Day;
  size: number;
  active: number;
}

/** Developers who joined in the same interval and used the portal as soon. */
export interface JoinerCount {
  /** First day of the interval of joining. */
  from: Day;
  /** Days from joining to first use; undefined without any use. */
  delay: number | undefined;
  people: number;
}

/** How many developers appeared and disappeared on a day. */
interface Turnover {
  day: Day;
  joined: number | undefined;
  departed: number | undefined;
}

/** Reads how people come, stay, and go. */
export class LifecycleStore {
  constructor(private readonly knex: Knex) {}

  /** Keeps the first and the last active day of everybody seen on a day. */
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

  /** How people came and went between two periods that follow each other. */
  async countLifecycle(
    periods: { current: Interval; previous: Interval },
    population: Population,
  ): Promise<LifecycleCounts> {
    const { current, previous } = periods;
    const row = await this.#people(population)
      .leftJoin(this.#active(current, 'later'), 'later.person_id', 'people.id')
      .leftJoin(
        this.#active(previous, 'earlier'),
        'earlier.person_id',
        'people.id',
      )
      .count({ people: '*', active: 'later.person_id' })
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
          'count(case when people.first_day < ? then 1 end) as seen',
          [current.to],
        ),
      )
      .first();
    return toCounts(row);
  }

  /** Whose first day is in `firstDays`, by that day. */
  async countByFirstDay(
    options: { firstDays: Interval; active: Interval },
    population: Population,
  ): Promise<FirstDayCount[]> {
    const { firstDays, active } = options;
    const rows = await this.#people(population)
      .leftJoin(this.#active(active, 'later'), 'later.person_id', 'people.id')
      .where('people.first_day', '>=', firstDays.from)
      .where('people.first_day', '<', firstDays.to)
      .groupBy('people.first_day')
      .select('people.first_day')
      .count({ size: '*', active: 'later.person_id' });
    return rows.map((row: Record<string, unknown>) => ({
      firstDay: Number(row.first_day),
      size: Number(row.size),
      active: Number(row.active),
    }));
  }

  /** Who became a developer, without those whom the first sync found. */
  async countJoiners(
    intervals: Interval[],
    population: Population,
  ): Promise<JoinerCount[]> {
    if (intervals.length === 0) {
      return [];
    }
    const { day } = population;
    const rows = await this.#people(population)
      .join(this.#joined().as('joined'), 'joined.person_id', 'people.id')
      .join(this.#table(intervals).as('period'), join =>
        join
          .on('joined.day', '>=', 'period.from_day')
          .on('joined.day', '<', 'period.to_day'),
      )
      .select('period.from_day')
      .select(
        this.knex.raw(
          'case when people.first_day <= ? then people.first_day - joined.day end as delay',
          [day],
        ),
      )
      .count({ people: '*' })
      .groupBy('period.from_day', 'delay');
    return rows.map((row: Record<string, unknown>) => ({
      from: Number(row.from_day),
      delay: clampDelay(toOptionalNumber(row.delay)),
      people: Number(row.people),
    }));
  }

  /** On days when the catalog was read, in order. */
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

  #people(population: Population): Knex.QueryBuilder {
    const counted = selectPopulation(this.knex, population).as('counted');
    return this.knex
      .from('people')
      .join(counted, 'counted.person_id', 'people.id');
  }

  #active(days: Interval, alias: string): Knex.QueryBuilder {
    return during(this.knex('person_days'), days)
      .distinct('person_id')
      .as(alias);
  }

  /** When each person first became a developer. */
  #joined(): Knex.QueryBuilder {
    const firstReading = this.knex('developer_counts').min('day');
    return this.knex('developer_spans')
      .groupBy('person_id')
      .having(this.knex.raw('min(from_day)'), '>', firstReading)
      .select('person_id')
      .min({ day: 'from_day' });
  }

  #table(intervals: Interval[]): Knex.QueryBuilder {
    return this.knex.unionAll(
      intervals.map(({ from, to }) =>
        this.knex.select(
          this.knex.raw('cast(? as integer) as from_day', [from]),
          this.knex.raw('cast(? as integer) as to_day', [to]),
        ),
      ),
    );
  }
}

// Somebody may be active before the catalog knows them.
function clampDelay(delay: number | undefined): number | undefined {
  return delay === undefined ? undefined : Math.max(0, delay);
}

function toCounts(row: Record<string, unknown>): LifecycleCounts {
  const people = Number(row.people);
  return {
    people,
    active: Number(row.active),
    new: Number(row.newcomers),
    returning: Number(row.retained),
    reactivated: Number(row.reactivated),
    lapsed: Number(row.lapsed),
    neverSeen: people - Number(row.seen),
  };
}
