import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { PersonRecordStore } from '../PersonRecordStore';
import { PersonTable } from '../../parts';
import { setUpPeople, pseudonymize, userRef } from './organization';

const tables: PersonTable[] = [
  { table: 'person_days', key: ['day'], activeDays: true },
  { table: 'person_plugin_days', key: ['day', 'plugin_id'] },
  { table: 'frozen_members', key: ['first_day'] },
  { table: 'ingest_batches', key: ['batch_id'] },
];

export const pseudonymOf = (name: string) => pseudonymize(userRef(name));

/** What one person did and was, in the words of a test. */
export interface Life {
  days?: number[];
  /** Day and plugin. */
  plugins?: Array<[number, string]>;
  batches?: string[];
  /** From and to; without `to` it lasts. */
  developer?: Array<[number, number?]>;
  team?: Array<[number, number?]>;
}

/** The store of records on a real database, with ways to fill and read it. */
export async function setUpRecords(engine: TestDatabaseId) {
  const stores = await setUpPeople(engine);
  const { knex, people, idOf } = stores;
  const records = new PersonRecordStore(knex, tables);
  await knex('teams').insert({
    id: 1,
    entity_ref: 'group:default/engines',
    name: 'Engines',
    present: true,
  });

  async function live(name: string, life: Life): Promise<number> {
    await people.ensureIds([pseudonymOf(name)]);
    const person_id = await idOf(name);
    const insert = async (table: string, rows: object[]) => {
      if (rows.length > 0) {
        await knex(table).insert(rows.map(row => ({ person_id, ...row })));
      }
    };
    const spans = (days: Life['developer'] = []) =>
      days.map(([from_day, to_day = null]) => ({ from_day, to_day }));
    const { days = [], plugins = [], batches = [] } = life;
    await insert(
      'person_days',
      days.map(day => ({ day })),
    );
    await insert(
      'person_plugin_days',
      plugins.map(([day, plugin_id]) => ({ day, plugin_id })),
    );
    await insert(
      'ingest_batches',
      batches.map(batch_id => ({
        batch_id,
        received_at: 0,
        accepted: 1,
        rejected: 0,
        page_loads: 0,
      })),
    );
    await insert('developer_spans', spans(life.developer));
    await insert(
      'team_spans',
      spans(life.team).map(span => ({ ...span, team_id: 1 })),
    );
    return person_id;
  }

  /** What is stored, read row by row and not through the store. */
  async function lifeOf(id: number): Promise<Required<Life>> {
    const rows = (table: string) => knex(table).where({ person_id: id });
    const spans = async (table: string) =>
      (await rows(table).orderBy('from_day')).map(row =>
        row.to_day === null ? [row.from_day] : [row.from_day, row.to_day],
      ) as Required<Life>['team'];
    const plugins = await rows('person_plugin_days').orderBy([
      'day',
      'plugin_id',
    ]);
    return {
      days: await rows('person_days').orderBy('day').pluck('day'),
      plugins: plugins.map(row => [row.day, row.plugin_id]),
      batches: await rows('ingest_batches')
        .orderBy('batch_id')
        .pluck('batch_id'),
      developer: await spans('developer_spans'),
      team: await spans('team_spans'),
    };
  }

  const peopleRows = () => knex('people').orderBy('id');
  return { ...stores, records, live, lifeOf, peopleRows };
}

/** Lets other connections, where there are some, go on as far as they can. */
export async function letOthersGoOn(tx: Knex): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await tx('people').select('id').limit(1);
  }
}

export const NOTHING = {
  days: [],
  plugins: [],
  batches: [],
  developer: [],
  team: [],
};
