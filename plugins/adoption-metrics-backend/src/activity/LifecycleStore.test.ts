import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from './__testUtils__/history';
import { LifecycleStore } from './LifecycleStore';

const databases = createTestDatabases();
const always = [{ from: 0, to: null }];

describe.each(databases.eachSupportedId())('LifecycleStore, %p', engine => {
  it('notes first and last days in any order, once or again', async () => {
    const { note, firstAndLast } = await setUp(engine, [
      { days: [5, 9], spans: [] },
      { days: [7], spans: [] },
      { days: [], spans: [] },
    ]);
    await note([7, 9]);
    expect(await firstAndLast()).toEqual([
      [9, 9],
      [7, 7],
      [null, null],
    ]);
    await note([5, 7, 6]);
    expect(await firstAndLast()).toEqual([
      [5, 9],
      [7, 7],
      [null, null],
    ]);
  });

  it('shows how people come, stay and go', async () => {
    const { knex, lifecycle } = await setUpNoted(engine, [
      { days: [14, 20], spans: always },
      { days: [8, 15], spans: always },
      { days: [1, 15], spans: always },
      { days: [13], spans: always },
      { days: [2], spans: always },
      { days: [], spans: always },
      { days: [21], spans: always },
      // Not among the members.
      { days: [14], spans: always },
    ]);
    const members = knex('people')
      .where('id', '<', 8)
      .select({ person_id: 'id' });
    const counts = await lifecycle.countLifecycle(
      { previous: { from: 7, to: 14 }, current: { from: 14, to: 21 } },
      members,
    );
    expect(counts).toEqual({
      active: 3,
      new: 1,
      returning: 1,
      reactivated: 1,
      lapsed: 1,
      neverSeen: 2,
    });
  });

  it('counts who came and went by day', async () => {
    const { knex, lifecycle } = await setUp(engine, []);
    await recordDevelopers(knex, 5, 1);
    await recordDevelopers(knex, 6, 1);
    await knex('developer_counts')
      .where({ day: 6 })
      .update({ joined: 3, departed: 2 });
    expect(await lifecycle.turnover({ from: 5, to: 7 })).toEqual([
      { day: 5, joined: undefined, departed: undefined },
      { day: 6, joined: 3, departed: 2 },
    ]);
    expect(await lifecycle.turnover({ from: 3, to: 5 })).toEqual([]);
  });
});

async function setUp(engine: TestDatabaseId, people: RecordedPerson[]) {
  const knex = await databases.create(engine);
  await recordHistory(knex, people);
  const lifecycle = new LifecycleStore(knex);
  const note = async (days: Iterable<number>) => {
    for (const day of days) {
      await lifecycle.noteActivity(day);
    }
  };
  const firstAndLast = async () =>
    (await knex('people').orderBy('id')).map(row => [
      row.first_day,
      row.last_day,
    ]);
  return { knex, lifecycle, note, firstAndLast };
}

/** With the first and last days of everyone noted. */
async function setUpNoted(engine: TestDatabaseId, people: RecordedPerson[]) {
  const store = await setUp(engine, people);
  await store.note(new Set(people.flatMap(({ days }) => days)));
  return store;
}
