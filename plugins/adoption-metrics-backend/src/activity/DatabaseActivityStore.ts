import { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { Day, Interval, trailingDays } from '../time';
import { ActivePeople, ActivityStore } from './ActivityStore';

const REGULAR_BLOCKS = 3;
const BLOCK_DAYS = 7;

export class DatabaseActivityStore implements ActivityStore {
  constructor(private readonly knex: Knex) {}

  async countActive(days: Interval, developersOn: Day): Promise<ActivePeople> {
    const [developers, total] = await Promise.all([
      this.#countDistinct(
        this.#during(days).whereIn('person_id', this.#developers(developersOn)),
      ),
      this.#countDistinct(this.#during(days)),
    ]);
    return { developers, total };
  }

  async countAdditional(day: Day, days: Interval): Promise<number> {
    return this.#countDistinct(
      this.#during({ from: day, to: day + 1 })
        .whereIn('person_id', this.#developers(day))
        .whereNotIn('person_id', this.#during(days).select('person_id')),
    );
  }

  async countRegular(lastDay: Day): Promise<number> {
    const regular = this.#during(trailingDays(lastDay, 4 * BLOCK_DAYS))
      .whereIn('person_id', this.#developers(lastDay))
      .groupBy('person_id')
      // SQLite is given numbers as reals, and would not divide them as integers.
      .havingRaw(
        'count(distinct (cast(? as integer) - day) / cast(? as integer)) >= ?',
        [lastDay, BLOCK_DAYS, REGULAR_BLOCKS],
      )
      .select('person_id');
    return (await regular).length;
  }

  async countByPlugin(days: Interval) {
    const rows: Array<Record<string, unknown>> = await this.knex(
      'person_plugin_days',
    )
      .where('day', '>=', days.from)
      .where('day', '<', days.to)
      .groupBy('plugin_id')
      .select('plugin_id')
      .countDistinct({ people: 'person_id' });
    return rows
      .map(row => ({
        pluginId: String(row.plugin_id),
        people: Number(row.people),
      }))
      .sort(
        (a, b) => b.people - a.people || (a.pluginId < b.pluginId ? -1 : 1),
      );
  }

  async lastBatchAt(): Promise<number | undefined> {
    const row = await this.knex('ingest_batches')
      .max({ at: 'received_at' })
      .first();
    return toOptionalNumber(row?.at);
  }

  async firstDay(): Promise<Day | undefined> {
    const row = await this.knex('person_days').min({ day: 'day' }).first();
    return toOptionalNumber(row?.day);
  }

  #during(days: Interval): Knex.QueryBuilder {
    return this.knex('person_days')
      .where('day', '>=', days.from)
      .where('day', '<', days.to);
  }

  #developers(day: Day): Knex.QueryBuilder {
    return this.knex('developer_spans')
      .where('from_day', '<=', day)
      .where(span => span.whereNull('to_day').orWhere('to_day', '>', day))
      .select('person_id');
  }

  async #countDistinct(query: Knex.QueryBuilder): Promise<number> {
    const row = await query.countDistinct({ people: 'person_id' }).first();
    return Number(row.people);
  }
}
