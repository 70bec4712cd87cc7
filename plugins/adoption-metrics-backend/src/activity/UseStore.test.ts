import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { recordHistory, RecordedPerson } from './__testUtils__/history';
import { UseStore } from './UseStore';

const databases = createTestDatabases();
const always = [{ from: 0, to: null }];

/** The four weeks from the first Monday of 1970 on. */
const FIRST = 4;

describe.each(databases.eachSupportedId())('UseStore, %p', engine => {
  it('counts the active people of each atom once, whoever opted out since', async () => {
    const { uses } = await setUp(engine, [
      { days: [5, 6, 9], spans: always, atom: 0 },
      { days: [8], spans: always, atom: 0 },
      { days: [8], spans: always, atom: 1, optedOut: true },
      { days: [4, 11], spans: always, atom: 1 },
      { days: [8], spans: always },
    ]);
    expect(
      sortedBy('atom', await uses.countByAtom(FIRST, { from: 5, to: 11 })),
    ).toEqual([
      { atom: 0, n: 2 },
      { atom: 1, n: 1 },
    ]);
    expect(await uses.countByAtom(FIRST + 28, { from: 5, to: 11 })).toEqual([]);
  });

  it('counts those of each atom who used a plugin', async () => {
    const { uses } = await setUp(engine, [
      { days: [5, 6], spans: [], plugins: ['search', 'catalog'], atom: 0 },
      { days: [6], spans: [], plugins: ['catalog'], atom: 0 },
      { days: [6], spans: [], plugins: ['catalog'], atom: 1 },
      { days: [6], spans: [], plugins: ['catalog'] },
      { days: [4, 7], spans: [], plugins: ['techdocs'], atom: 1 },
    ]);
    const days = { from: 5, to: 7 };
    const plugins = await uses.countByAtomAndPlugin(FIRST, days);
    expect(sortedBy('n', sortedBy('atom', plugins))).toEqual([
      { atom: 0, pluginId: 'search', n: 1 },
      { atom: 1, pluginId: 'catalog', n: 1 },
      { atom: 0, pluginId: 'catalog', n: 2 },
    ]);
  });

  it('sums the actions by plugin', async () => {
    const { knex, uses } = await setUp(engine, []);
    const row = (day: number, plugin_id: string, action: string) => ({
      day,
      plugin_id,
      action,
      n: 2 ** 40,
    });
    await knex('action_counts').insert([
      row(0, 'catalog', 'click'),
      row(1, 'catalog', 'click'),
      row(1, 'catalog', 'search'),
      row(2, 'catalog', 'search'),
    ]);
    expect(await uses.countActions({ from: 1, to: 3 })).toEqual([
      { pluginId: 'catalog', n: 3 * 2 ** 40 },
    ]);
  });

  it('knows the groups that were ever seen', async () => {
    const { knex, uses } = await setUp(engine, []);
    const team = { name: 'A', parent_id: null, present: false };
    await knex('teams').insert({ ...team, entity_ref: 'group:default/a' });
    expect(await uses.hasTeam('group:default/a')).toBe(true);
    expect(await uses.hasTeam('group:default/b')).toBe(false);
  });
});

async function setUp(
  engine: TestDatabaseId,
  people: Array<RecordedPerson & { atom?: number }>,
) {
  const knex = await databases.create(engine);
  await recordHistory(knex, people);
  const members = people.flatMap(({ atom }, index) =>
    atom === undefined
      ? []
      : [{ first_day: FIRST, person_id: index + 1, atom }],
  );
  if (members.length > 0) {
    await knex('frozen_members').insert(members);
  }
  return { knex, uses: new UseStore(knex) };
}

function sortedBy<T>(key: keyof T, rows: T[]): T[] {
  return [...rows].sort((a, b) => (a[key] < b[key] ? -1 : 1));
}
