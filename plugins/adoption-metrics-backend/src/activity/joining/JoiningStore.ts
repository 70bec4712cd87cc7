import { Knex } from 'knex';
import { insertFresh, insertMissing, toOptionalNumber } from '../../database';
import { Day, Interval, startOfPeriod } from '../../time';
import { Population, selectPopulation } from '../population';
import { splitIntoRanges } from './splitIntoRanges';

const RANGES = 'joining_ranges';
const PEOPLE = 'joining_people';

type RangeRow = { from_day: Day; to_day: Day; people: number };
type PersonRow = { person_id: number; range_from: Day; joined_day: Day };

/** People who joined from one Monday to another, as of the end of that time. */
export interface JoiningRange extends Interval {
  /** The number of people at that time. */
  people: number;
}

/** People of one range by day of joining and time to first use. */
export interface FirstUseCount {
  joined: Day;
  /** Days from joining to first use; undefined if there was none. */
  delay: number | undefined;
  people: number;
}

interface Joiner {
  personId: number;
  joined: Day;
  spans: Array<{ from: Day; to: Day }>;
}

/**
 * Stores when people joined, according to the catalog, in ranges that are large
 * enough to publish. People found by the first reading are in no range.
 */
export class JoiningStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Closes ranges with the weeks before a Monday. Closed ranges never change.
   *
   * @param minimum - smallest number of people in a range
   */
  async closeRanges(monday: Day, minimum: number): Promise<void> {
    const open = await this.#openSince();
    if (open === undefined || open.from >= monday) {
      return;
    }
    const joiners = await this.#readJoiners(open);
    const membersOf = (range: Interval) =>
      joiners.filter(joiner => belongsTo(joiner, range));
    const weeks = { from: open.from, to: monday };
    const countIn = (range: Interval) => membersOf(range).length;
    for (const range of splitIntoRanges(weeks, { countIn, minimum })) {
      await this.#insert(range, membersOf(range));
    }
  }

  /** Closed ranges, oldest first. */
  async ranges(): Promise<JoiningRange[]> {
    const rows = await this.knex<RangeRow>(RANGES).orderBy('from_day');
    return rows.map(row => ({
      from: row.from_day,
      to: row.to_day,
      people: row.people,
    }));
  }

  /**
   * Time to first use of the people in a range, up to and including a day.
   * People who opt out later still count, because the difference would reveal
   * them.
   */
  async countFirstUses(
    { from }: JoiningRange,
    day: Day,
  ): Promise<FirstUseCount[]> {
    const used = this.knex.raw(
      'case when people.first_day <= ? then people.first_day - joiner.joined_day end as delay',
      [day],
    );
    const rows = await this.knex
      .from(`${PEOPLE} as joiner`)
      .join('people', 'people.id', 'joiner.person_id')
      .where('joiner.range_from', from)
      .select('joiner.joined_day', used)
      .count({ people: '*' })
      .groupBy('joiner.joined_day', 'delay');
    return rows.map((row: Record<string, unknown>) => ({
      joined: Number(row.joined_day),
      delay: clampDelay(toOptionalNumber(row.delay)),
      people: Number(row.people),
    }));
  }

  /**
   * How many people of a range still belong to a population, and how many of
   * these were active on some days after joining.
   *
   * @param after - days since joining, half-open
   */
  async countActive(
    { from }: JoiningRange,
    after: Interval,
    population: Population,
  ): Promise<{ people: number; active: number; firstJoined: Day | undefined }> {
    const counted = selectPopulation(this.knex, population).as('counted');
    const activeDays = this.knex('person_days as active')
      .whereRaw('?? = ??', ['active.person_id', 'joiner.person_id'])
      .whereRaw('active.day >= joiner.joined_day + cast(? as integer)', [
        after.from,
      ])
      .whereRaw('active.day < joiner.joined_day + cast(? as integer)', [
        after.to,
      ])
      .select('active.person_id');
    const row = await this.knex
      .from(`${PEOPLE} as joiner`)
      .join(counted, 'counted.person_id', 'joiner.person_id')
      .where('joiner.range_from', from)
      .count({ people: '*' })
      .min({ first_joined: 'joiner.joined_day' })
      .select(
        this.knex.raw('count(case when exists ? then 1 end) as active', [
          activeDays,
        ]),
      )
      .first();
    return {
      people: Number(row.people),
      active: Number(row.active),
      firstJoined: toOptionalNumber(row.first_joined),
    };
  }

  /** Where the first open range begins, and who is already in a closed one. */
  async #openSince(): Promise<{ from: Day; after: Day } | undefined> {
    const [last, reading] = await Promise.all([
      this.knex<RangeRow>(RANGES).max({ day: 'to_day' }).first(),
      this.knex('developer_counts').min({ day: 'day' }).first(),
    ]);
    const end = toOptionalNumber(last?.day);
    const firstReading = toOptionalNumber(reading?.day);
    if (end !== undefined) {
      return { from: end, after: end - 1 };
    }
    return firstReading === undefined
      ? undefined
      : { from: startOfPeriod(firstReading, 'week'), after: firstReading };
  }

  async #readJoiners({ after }: { after: Day }): Promise<Joiner[]> {
    const joined = this.knex('developer_spans')
      .groupBy('person_id')
      .having(this.knex.raw('min(from_day)'), '>', after)
      .select('person_id');
    const rows: Array<Record<string, unknown>> = await this.knex(
      'developer_spans as span',
    )
      .join('people', 'people.id', 'span.person_id')
      .where({ 'people.opted_out': false })
      .whereNull('people.merged_into')
      .whereIn('span.person_id', joined)
      .whereNotIn('span.person_id', this.knex(PEOPLE).select('person_id'))
      .orderBy('span.from_day')
      .select('span.person_id', 'span.from_day', 'span.to_day');
    const spans = rows.map(row => ({
      personId: Number(row.person_id),
      from: Number(row.from_day),
      to: toOptionalNumber(row.to_day) ?? Infinity,
    }));
    return [...Map.groupBy(spans, ({ personId }) => personId)].map(
      ([personId, own]) => ({ personId, joined: own[0].from, spans: own }),
    );
  }

  // Another replica may be closing the same range.
  async #insert({ from, to }: Interval, members: Joiner[]): Promise<void> {
    await this.knex.transaction(async tx => {
      const range = { from_day: from, to_day: to, people: members.length };
      const fresh = await insertFresh<RangeRow>(
        tx,
        { table: RANGES, key: ['from_day'] },
        [range],
      );
      if (fresh.length > 0) {
        await insertMissing<PersonRow>(
          tx,
          { table: PEOPLE, key: ['person_id'] },
          members.map(({ personId, joined }) => ({
            person_id: personId,
            range_from: from,
            joined_day: joined,
          })),
        );
      }
    });
  }
}

/** Whether somebody joined in a range, and is still there at its end. */
function belongsTo({ joined, spans }: Joiner, { from, to }: Interval): boolean {
  return (
    from <= joined &&
    joined < to &&
    spans.some(span => span.from < to && to <= span.to)
  );
}

// People can be active before they are in the catalog.
function clampDelay(delay: number | undefined): number | undefined {
  return delay === undefined ? undefined : Math.max(0, delay);
}
