import { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { PersonActivityReader, PersonTable } from '../parts';

/** Tables of this folder with data about people. */
export const activityPersonTables: PersonTable[] = [
  { table: 'person_days', key: ['day'], activeDays: true },
  { table: 'person_plugin_days', key: ['day', 'plugin_id'] },
  { table: 'person_action_days', key: ['day', 'kind'] },
  { table: 'ingest_batches', key: ['batch_id'] },
  { table: 'joining_people', key: [] },
  { table: 'frozen_members', key: ['first_day'] },
  { table: 'day_readers', key: ['day'], ofOpenDay: true },
  { table: 'day_failures', key: ['day'], ofOpenDay: true },
];

/** Reads the activity of one person. */
export class PersonActivityStore implements PersonActivityReader {
  constructor(private readonly knex: Knex) {}

  async read(personId: number) {
    const [activeDays, pluginDays, actionDays, batches, breakdowns, openDays] =
      await Promise.all([
        this.#of('person_days', personId).orderBy('day').pluck('day'),
        this.#of('person_plugin_days', personId)
          .orderBy(['day', 'plugin_id'])
          .select('day', { pluginId: 'plugin_id' }),
        this.#of('person_action_days', personId)
          .orderBy(['day', 'kind'])
          .select('day', 'kind'),
        this.#readBatches(personId),
        this.#of('frozen_members', personId)
          .orderBy('first_day')
          .pluck('first_day'),
        this.#readOpenDays(personId),
      ]);
    return {
      activeDays,
      pluginDays,
      actionDays,
      batches,
      breakdowns,
      openDays,
    };
  }

  async #readOpenDays(personId: number) {
    const [opened, failed] = await Promise.all(
      ['day_readers', 'day_failures'].map(table =>
        this.#of(table, personId).orderBy('day').pluck('day'),
      ),
    );
    return { opened, failed };
  }

  async #readBatches(personId: number) {
    const row: Record<string, unknown> | undefined = await this.#of(
      'ingest_batches',
      personId,
    )
      .count({ held: '*' })
      .max({ newestAt: 'received_at' })
      .first();
    return {
      held: Number(row?.held),
      newestAt: toOptionalNumber(row?.newestAt),
    };
  }

  #of(table: string, personId: number): Knex.QueryBuilder {
    return this.knex(table).where({ person_id: personId });
  }
}
