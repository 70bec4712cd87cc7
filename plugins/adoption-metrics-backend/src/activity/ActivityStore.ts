import { Knex } from 'knex';
import { during, toOptionalNumber } from '../database';
import { Day, Interval, trailingDays } from '../time';
import { Population, selectPopulation } from './population';

const BLOCKS = 4;
const REGULAR_BLOCKS = 3;
const BLOCK_DAYS = 7;

/** Distinct people who were active in a range of days. */
interface ActivePeople {
  /** Those who count for the metrics. */
  counted: number;
  /** All of them, except for excluded people and those who opted out. */
  total: number;
}

/** Distinct people who were active in the last 28 days. */
interface ActivitySummary extends ActivePeople {
  /** Those who count and were active in the last 7 days. */
  week: number;
  /** Those who count and were active on the last day. */
  day: number;
  /** Those who count and were active in at least 3 of 4 blocks of 7 days. */
  regular: number;
  /** Active days of those who count, on usual weekdays. */
  workingPersonDays: number;
}

/** Reads who was active. */
export class ActivityStore {
  constructor(private readonly knex: Knex) {}

  /** Distinct people who were active on any of the days. */
  async countActive(
    days: Interval,
    population: Population,
  ): Promise<ActivePeople> {
    const active = during(this.knex('person_days'), days).distinct('person_id');
    return this.countPeople(active, population);
  }

  /**
   * @param active - selects active people as `person_id`, without duplicates
   */
  async countPeople(
    active: Knex.QueryBuilder,
    population: Population,
  ): Promise<ActivePeople> {
    const row = await this.#join(active, population).first();
    return { counted: Number(row.counted), total: Number(row.total) };
  }

  /** The number of days with activity after a day, up to `most`. */
  async countDaysAfter(day: Day, most: number): Promise<number> {
    const days = this.knex('person_days').where('day', '>', day);
    return (await days.distinct('day').limit(most).pluck('day')).length;
  }

  /**
   * People who were active on the day of the population, but not in `days`,
   * which end with the newest closed day.
   */
  async countAdditional(
    days: Interval,
    population: Population,
  ): Promise<number> {
    // Closing a day records everyone's last active day, so this does not have
    // to search all earlier days.
    const row = await this.knex('person_days as today')
      .join('people as person', 'person.id', 'today.person_id')
      .where('today.day', population.day)
      .whereIn('today.person_id', selectPopulation(this.knex, population))
      .where(before =>
        before
          .whereNull('person.last_day')
          .orWhere('person.last_day', '<', days.from),
      )
      .count({ people: '*' })
      .first();
    return Number(row?.people);
  }

  /**
   * Summarizes the 28 days up to the day of the population.
   *
   * @param usual - weekdays on which people usually come, 1 for Monday
   */
  async summarize(
    population: Population,
    usual: ReadonlySet<number>,
  ): Promise<ActivitySummary> {
    const { day } = population;
    const row = await this.#join(this.#summarizeEach(day, usual), population)
      .select(
        this.knex.raw(
          'count(case when active.last_day > ? then counted.person_id end) as week',
          [day - BLOCK_DAYS],
        ),
        this.knex.raw(
          'count(case when active.last_day = ? then counted.person_id end) as day',
          [day],
        ),
        this.knex.raw(
          'count(case when active.blocks >= ? then counted.person_id end) as regular',
          [REGULAR_BLOCKS],
        ),
        this.knex.raw(
          'sum(case when counted.person_id is not null then active.working_days end) as working_person_days',
        ),
      )
      .first();
    return {
      counted: Number(row.counted),
      total: Number(row.total),
      week: Number(row.week),
      day: Number(row.day),
      regular: Number(row.regular),
      workingPersonDays: Number(row.working_person_days),
    };
  }

  /** The number of people who opted out. */
  async countOptedOut(): Promise<number> {
    const row = await this.knex('people')
      .where({ opted_out: true })
      .count({ people: '*' })
      .first();
    return Number(row?.people);
  }

  /** When the newest batch was received, in ms UTC. */
  async lastBatchAt(before?: number): Promise<number | undefined> {
    const batches = this.knex('ingest_batches').max({ at: 'received_at' });
    const row = await (before === undefined
      ? batches
      : batches.where('received_at', '<', before)
    ).first();
    return toOptionalNumber(row?.at);
  }

  /** The first day with activity, even if it has been deleted since. */
  async firstDay(): Promise<Day | undefined> {
    const [held, ever] = await Promise.all([
      this.#least('person_days', 'day'),
      this.#least('people', 'first_day'),
    ]);
    const first = Math.min(held ?? Infinity, ever ?? Infinity);
    return first === Infinity ? undefined : first;
  }

  /** Counts active people, and how many of them count for the metrics. */
  #join(active: Knex.QueryBuilder, population: Population): Knex.QueryBuilder {
    const counted = selectPopulation(this.knex, population).as('counted');
    return this.knex
      .from(active.as('active'))
      .join('people', 'people.id', 'active.person_id')
      .leftJoin(counted, 'counted.person_id', 'active.person_id')
      .where('people.opted_out', false)
      .count({ counted: 'counted.person_id' })
      .select(
        this.knex.raw(
          'count(case when people.excluded = ? or counted.person_id is not null then 1 end) as total',
          [false],
        ),
      );
  }

  /** One row per person who was active in the last 28 days. */
  #summarizeEach(day: Day, usual: ReadonlySet<number>): Knex.QueryBuilder {
    const days = trailingDays(day, BLOCKS * BLOCK_DAYS);
    return during(this.knex('person_days'), days)
      .groupBy('person_id')
      .select('person_id')
      .max({ last_day: 'day' })
      .select(
        // SQLite gets numbers as reals, so an explicit integer division is
        // needed.
        this.knex.raw(
          'count(distinct (cast(? as integer) - day) / cast(? as integer)) as blocks',
          [day, BLOCK_DAYS],
        ),
        // 1970-01-01 was a Thursday. With 3 days added, weeks start on Monday.
        this.knex.raw(
          `count(case when (day + 3) % 7 + 1 in (${[
            ...usual,
          ].join()}) then 1 end) as working_days`,
        ),
      );
  }

  async #least(table: string, column: string): Promise<Day | undefined> {
    const row = await this.knex(table).min({ least: column }).first();
    return toOptionalNumber(row?.least);
  }
}
