import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { recordHistory, RecordedPerson } from './__testUtils__/history';
import { UseStore } from './UseStore';

const databases = createTestDatabases();
const always = [{ from: 0, to: null }];
const on = (day: number) => ({ day, everybody: false });

describe.each(databases.eachSupportedId())('UseStore, %p', engine => {
  it('counts active people among the members of the day', async () => {
    const { uses } = await setUp(engine, [
      { days: [1, 2, 9], spans: always, teams: [1, 2] },
      { days: [5], spans: always, teams: [1] },
      { days: [4], spans: [{ from: 0, to: 5 }], teams: [1] },
      { days: [4], spans: [{ from: 7, to: null }], teams: [2] },
      { days: [4], spans: always, teams: [2], optedOut: true },
      { days: [4], spans: always },
    ]);
    const days = { from: 2, to: 6 };
    const teamsOn = async (day: number) =>
      sortedBy('teamId', await uses.countByTeam(days, on(day)));
    expect(await teamsOn(4)).toEqual([
      { teamId: 1, developers: 3, active: 3 },
      { teamId: 2, developers: 1, active: 1 },
    ]);
    expect(await teamsOn(7)).toEqual([
      { teamId: 1, developers: 2, active: 2 },
      { teamId: 2, developers: 2, active: 2 },
    ]);
    const none = { from: 6, to: 9 };
    expect(await uses.countByTeam(none, on(5))).toContainEqual({
      teamId: 1,
      developers: 2,
      active: 0,
    });
  });

  it('counts the members of teams who are not excluded, under a head count', async () => {
    const { uses } = await setUp(engine, [
      { days: [1], spans: always, teams: [1] },
      { days: [1], spans: always, teams: [1], excluded: true },
    ]);
    const days = { from: 0, to: 2 };
    const everybody = { day: 1, everybody: true };
    expect(await uses.countByTeam(days, everybody)).toEqual([
      { teamId: 1, developers: 1, active: 1 },
    ]);
  });

  it('counts distinct people by plugin', async () => {
    const { uses } = await setUp(engine, [
      { days: [1, 2], spans: [], plugins: ['search', 'catalog'] },
      { days: [2], spans: [], plugins: ['catalog'] },
      { days: [2], spans: [], plugins: ['catalog'], optedOut: true },
      { days: [2], spans: [], plugins: ['catalog'], excluded: true },
      { days: [0, 3], spans: [], plugins: ['techdocs'] },
    ]);
    const plugins = await uses.countByPlugin({ from: 1, to: 3 });
    expect(sortedBy('pluginId', plugins)).toEqual([
      { pluginId: 'catalog', n: 2 },
      { pluginId: 'search', n: 1 },
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

  it('counts the people of the lowest teams by plugin, from a minimum on', async () => {
    const member = (teams: number[], plugins: string[]): RecordedPerson => ({
      days: [1, 2],
      spans: always,
      teams,
      plugins,
    });
    const { knex, uses } = await setUp(engine, [
      member([1, 2], ['search']),
      member([1, 2], ['search', 'catalog']),
      member([1, 3], ['search', 'catalog']),
      { ...member([1, 3], ['catalog']), spans: [{ from: 0, to: 2 }] },
    ]);
    const team = (id: number, parent_id: number | null, present = true) => ({
      id,
      entity_ref: `group:default/t${id}`,
      name: `T${id}`,
      parent_id,
      present,
    });
    await knex('teams').insert([team(1, null), team(2, 1), team(3, 1)]);
    await knex('teams').insert(team(4, 2, false));
    const cells = (day: number, least: number) =>
      uses.countByTeamAndPlugin({ from: 1, to: 3 }, on(day), least);
    expect(await cells(2, 2)).toEqual([
      { teamId: 2, pluginId: 'search', people: 2 },
    ]);
    expect(await cells(1, 2)).toHaveLength(2);
    expect(await cells(2, 1)).toHaveLength(4);
    expect(await uses.teams()).toContainEqual({
      id: 2,
      entityRef: 'group:default/t2',
      name: 'T2',
      parentId: 1,
    });
  });
});

async function setUp(engine: TestDatabaseId, people: RecordedPerson[]) {
  const knex = await databases.create(engine);
  await recordHistory(knex, people);
  return { knex, uses: new UseStore(knex) };
}

function sortedBy<T>(key: keyof T, rows: T[]): T[] {
  return [...rows].sort((a, b) => (a[key] < b[key] ? -1 : 1));
}
