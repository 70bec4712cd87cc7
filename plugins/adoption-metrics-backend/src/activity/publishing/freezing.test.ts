import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { parseDay } from '../../time';
import { recordHistory, RecordedPerson } from '../__testUtils__/history';
import { FrozenPeriodStore } from './FrozenPeriodStore';
import { MembershipReader } from './MembershipReader';
import { PeriodFreezer } from './PeriodFreezer';

const databases = createTestDatabases();

/** The first day of four weeks. */
const FIRST = parseDay('2026-03-09')!;
const always = [{ from: FIRST - 100, to: null }];

function members(count: number, person: Partial<RecordedPerson>) {
  return Array.from(
    { length: count },
    (): RecordedPerson => ({ days: [], spans: always, ...person }),
  );
}

async function setUp(
  engine: TestDatabaseId,
  people: RecordedPerson[],
  { minimumGroupSize = 5, everybody = false } = {},
) {
  const knex = await databases.create(engine);
  await recordHistory(knex, people);
  const row = (id: number, parent_id: number | null) => ({
    id,
    entity_ref: `group:default/t${id}`,
    name: `T${id}`,
    parent_id,
    present: true,
  });
  await knex('teams').insert([row(1, null), row(2, 1), row(3, 1)]);
  const store = new FrozenPeriodStore(knex);
  const memberships = new MembershipReader(knex);
  const freezer = new PeriodFreezer({
    store,
    memberships,
    minimumGroupSize,
    everybody,
  });
  return { knex, store, freezer };
}

describe.each(databases.eachSupportedId())('PeriodFreezer, %p', engine => {
  it('fixes whom four weeks count, and in which groups', async () => {
    const { store, freezer } = await setUp(engine, [
      ...members(6, { teams: [1, 2] }),
      ...members(7, { teams: [1, 3] }),
      ...members(5, {}),
      ...members(1, { optedOut: true }),
      ...members(1, { spans: [{ from: FIRST - 50, to: FIRST }] }),
      ...members(1, { spans: [{ from: FIRST + 1, to: null }] }),
    ]);
    await freezer.freeze(FIRST + 27);
    expect(await store.find(FIRST)).toEqual({
      firstDay: FIRST,
      people: 18,
      minimumGroupSize: 5,
      atomSizes: [5, 6, 7],
    });
    const team = (id: number) => ({
      id: `group:default/t${id}`,
      name: `T${id}`,
    });
    expect(await store.groups(FIRST)).toEqual([
      {
        kind: 'team',
        parent: undefined,
        team: team(1),
        teams: [],
        atoms: [1, 2],
      },
      {
        kind: 'others',
        parent: undefined,
        team: undefined,
        teams: [],
        atoms: [0],
      },
      { kind: 'team', parent: 0, team: team(3), teams: [], atoms: [2] },
      { kind: 'team', parent: 0, team: team(2), teams: [], atoms: [1] },
    ]);
    const ids = await store.selectMembers(FIRST).orderBy('person_id');
    expect(ids.map((row: { person_id: number }) => row.person_id)).toEqual(
      Array.from({ length: 18 }, (_, i) => i + 1),
    );
  });

  it('keeps them as they were, whoever comes, goes or opts out', async () => {
    const { knex, store, freezer } = await setUp(
      engine,
      members(12, { teams: [1] }),
    );
    await freezer.freeze(FIRST);
    const before = [await store.find(FIRST), await store.groups(FIRST)];
    await knex('people').where('id', '<', 4).update({ opted_out: true });
    await knex('team_spans').delete();
    await Promise.all([freezer.freeze(FIRST + 3), freezer.freeze(FIRST + 3)]);
    expect([await store.find(FIRST), await store.groups(FIRST)]).toEqual(
      before,
    );
    await freezer.freeze(FIRST + 28);
    expect(await store.find(FIRST + 28)).toMatchObject({
      people: 9,
    });
    expect(await store.during({ from: FIRST, to: FIRST + 29 })).toHaveLength(2);
    expect((await store.first())?.firstDay).toBe(FIRST);
  });

  it('takes the first day on which there were developers', async () => {
    const { store, freezer } = await setUp(
      engine,
      members(12, { spans: [{ from: FIRST + 9, to: null }] }),
    );
    await freezer.freeze(FIRST - 1);
    expect(await store.first()).toBeUndefined();
    await freezer.freeze(FIRST + 10);
    expect(await store.find(FIRST)).toMatchObject({ people: 12 });
  });

  it('counts everyone under a head count', async () => {
    const { store, freezer } = await setUp(
      engine,
      [...members(11, { spans: [] }), ...members(1, { excluded: true })],
      { everybody: true },
    );
    await freezer.freeze(FIRST);
    expect(await store.find(FIRST)).toMatchObject({ people: 11 });
  });

  it('stores one outcome of two replicas', async () => {
    const { knex, freezer } = await setUp(engine, members(30, { teams: [1] }));
    await Promise.all([1, 2, 3].map(day => freezer.freeze(FIRST + day)));
    expect(await knex('frozen_periods')).toHaveLength(1);
    expect(await knex('frozen_members')).toHaveLength(30);
  });
});
