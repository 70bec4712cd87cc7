import {
  crowd,
  group,
  groupRef,
  organization,
  setUpPeople,
  testedDatabases,
} from './__testUtils__/organization';

const company = [
  group('acme'),
  group('engineering', 'acme'),
  group('engines', 'engineering'),
  group('compilers', 'engineering'),
];

describe.each(testedDatabases())('teams, %p', engine => {
  async function setUp() {
    const stores = await setUpPeople(engine, {
      exclude: [groupRef('contractors')],
    });
    const { knex, collector, idOf } = stores;
    const collect = (
      users: Record<string, string[]>,
      day: number,
      groups = company,
    ) => collector.collect(organization(users, groups), day);
    const membersOf = async (team: string) => {
      const ids = await knex('team_spans')
        .join('teams', 'teams.id', 'team_id')
        .where({ entity_ref: groupRef(team) })
        .whereNull('to_day')
        .pluck('person_id');
      return new Set(ids);
    };
    const idsOf = async (...names: string[]) =>
      new Set(await Promise.all(names.map(idOf)));
    return { ...stores, collect, membersOf, idsOf };
  }

  it('counts someone in two teams once in the one above them', async () => {
    const { knex, collect, membersOf, idsOf } = await setUp();
    await collect({ a: ['engines', 'compilers'], b: ['engines'], c: [] }, 10);
    expect(await membersOf('engines')).toEqual(await idsOf('a', 'b'));
    expect(await membersOf('compilers')).toEqual(await idsOf('a'));
    expect(await membersOf('acme')).toEqual(await idsOf('a', 'b'));
    const rows = await knex('team_spans').where({ person_id: -1 });
    expect(rows).toEqual([]);
    const names = await knex('teams as team')
      .leftJoin('teams as parent', 'parent.id', 'team.parent_id')
      .orderBy('team.name')
      .select('team.name', { parent: 'parent.name' });
    expect(names).toEqual([
      { name: 'acme', parent: null },
      { name: 'compilers', parent: 'engineering' },
      { name: 'engineering', parent: 'acme' },
      { name: 'engines', parent: 'engineering' },
    ]);
  });

  it.each([
    ['an emoji at the end', `${'x'.repeat(254)}😀`, 'x'.repeat(254)],
    ['U+0000', 'a\0b', 'a\uFFFDb'],
  ])('stores a name with %s', async (_, name, stored) => {
    const { knex, collect } = await setUp();
    await collect({ a: ['x'] }, 10, [{ ...group('x'), name }]);
    expect(await knex('teams').pluck('name')).toEqual([stored]);
  });

  it('remembers who was in which team when', async () => {
    const { collect, spansOf } = await setUp();
    await collect({ a: ['engines'], b: ['compilers'] }, 10);
    await collect({ a: ['compilers'], b: ['compilers'] }, 12);
    await collect({ a: ['compilers', 'engines'], b: ['compilers'] }, 15);
    expect(await spansOf('a', 'engines')).toEqual([
      [10, 12],
      [15, undefined],
    ]);
    expect(await spansOf('a', 'compilers')).toEqual([[12, undefined]]);
    expect(await spansOf('a', 'acme')).toEqual([[10, undefined]]);
  });

  it('keeps a team that is gone, without anyone in it', async () => {
    const { knex, collect, spansOf, teams } = await setUp();
    await collect({ a: ['engines'], b: ['compilers'] }, 10);
    const rest = company.slice(0, 2).concat(company[3]);
    await collect({ a: ['engines'], b: ['compilers'] }, 11, rest);
    expect(await spansOf('a', 'engines')).toEqual([[10, 11]]);
    const gone = await knex('teams').where({ present: false }).pluck('name');
    expect(gone).toEqual(['engines']);
    expect(await teams.countTeams()).toBe(3);
    await collect({ a: ['engines'], b: ['compilers'] }, 12);
    expect(await teams.countTeams()).toBe(4);
  });

  it('takes over new names and new places', async () => {
    const { knex, collect } = await setUp();
    await collect({ a: ['engines'] }, 10);
    const moved = { ...group('engines', 'acme'), name: 'Motors' };
    await collect({ a: ['engines'] }, 11, [...company.slice(0, 2), moved]);
    const [team] = await knex('teams').where({ name: 'Motors' });
    const [acme] = await knex('teams').where({ name: 'acme' });
    expect(team).toMatchObject({
      entity_ref: groupRef('engines'),
      parent_id: acme.id,
    });
  });

  it('leaves out the members of an excluded team and of those below', async () => {
    const { collect, membersOf, idsOf, spansOf } = await setUp();
    const groups = [
      ...company,
      group('contractors', 'acme'),
      group('agency', 'contractors'),
    ];
    const outcome = await collect(
      { a: ['engines'], b: ['engines', 'agency'], c: ['contractors'] },
      10,
      groups,
    );
    expect(outcome).toMatchObject({ developers: 1, excluded: 2 });
    expect(await membersOf('acme')).toEqual(await idsOf('a'));
    expect(await spansOf('b')).toEqual([]);
  });

  it('gets along with groups that stand above each other in a circle', async () => {
    const { knex, collect, membersOf, idsOf } = await setUp();
    await collect({ a: ['x'], b: ['y'] }, 10, [
      group('x', 'y'),
      group('y', 'z'),
      group('z', 'x', 'z'),
    ]);
    expect(await membersOf('x')).toEqual(await idsOf('a', 'b'));
    expect(await membersOf('z')).toEqual(await idsOf('a', 'b'));
    const top = await knex('teams').whereNull('parent_id');
    expect(top).toHaveLength(1);
  });

  it('believes that all teams are gone only when it sees that again', async () => {
    const { collect, membersOf, idsOf, teams } = await setUp();
    await collect({ a: ['engines'] }, 10);
    expect(await collect({ a: [] }, 11, [])).toMatchObject({ status: 'held' });
    expect(await membersOf('engines')).toEqual(await idsOf('a'));
    await collect({ a: [] }, 11, []);
    expect(await membersOf('engines')).toEqual(new Set());
    expect(await teams.countTeams()).toBe(0);
  });

  it('leaves teams alone when nothing is said of them', async () => {
    const { collector, collect, membersOf, idsOf } = await setUp();
    await collect({ a: ['engines'] }, 10);
    await collector.collect(organization(['a']), 11);
    expect(await membersOf('engines')).toEqual(await idsOf('a'));
  });

  it('takes many teams and many people', async () => {
    const { knex, collect, membersOf } = await setUp();
    const groups = crowd(120, 'team').map(name => group(name, 'acme'));
    const users = Object.fromEntries(
      crowd(900).map((name, index) => [name, [`team${index % 120}`]]),
    );
    await collect(users, 10, [group('acme'), ...groups]);
    await collect(users, 11, [group('acme'), ...groups]);
    expect((await membersOf('acme')).size).toBe(900);
    expect(await knex('team_spans')).toHaveLength(1_800);
  });
});
