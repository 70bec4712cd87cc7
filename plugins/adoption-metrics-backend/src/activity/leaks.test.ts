import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { sampleOf } from '../samples/__testUtils__/samples';
import { everything } from '../http';
import { parseDay, ReportingZone } from '../time';
import {
  createMeasurer,
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from './__testUtils__/history';
import { UseReporter } from './UseReporter';

// Ways in which hidden numbers of the demo portal could once be computed.

const databases = createTestDatabases();
const zone = ReportingZone.create('UTC');

/** The last day of four weeks. */
const END = parseDay('2026-11-15')!;
const weekEnd = (week: number) => END - 28 + 7 * week;
const always = [{ from: END - 400, to: null }];

const names = [
  ...['Company', 'Data', 'Machine Learning', 'Data Platform'],
  ...['Experimentation', 'Business Insights', 'Product'],
];
const idOf = (name: string) => names.indexOf(name) + 1;
const refOf = (name: string) =>
  `group:default/${name.toLowerCase().replaceAll(' ', '-')}`;

/** Developers of a team and of those above, of whom some were active. */
function members(
  size: number,
  active: number,
  teams: string[],
  plugins = ['catalog'],
): RecordedPerson[] {
  return Array.from({ length: size }, (_, index) => ({
    days: index < active ? [END - 3] : [],
    spans: always,
    teams: teams.map(idOf),
    plugins,
  }));
}

const within = (name: string) => ['Company', 'Data', name];

/** The organization of the demo, with the given people active in Data. */
function organization(active: [number, number, number, number]) {
  return [
    // Reports have come for long.
    { days: [END - 300], spans: [] },
    ...members(12, active[0], within('Machine Learning')),
    ...members(15, active[1], within('Data Platform')),
    ...members(8, active[2], within('Experimentation')),
    ...members(11, active[3], within('Business Insights')),
    ...members(254, 60, ['Company', 'Product']),
  ];
}

async function setUp(engine: TestDatabaseId, people: RecordedPerson[]) {
  const knex = await databases.create(engine);
  const every = Array.from({ length: 310 }, (_, i) => END - i);
  await recordHistory(knex, people, every);
  await recordDevelopers(knex, END - 400, people.length);
  const parentOf = (name: string) => {
    const top = ['Data', 'Product'].includes(name) ? 'Company' : 'Data';
    return name === 'Company' ? null : idOf(top);
  };
  await knex('teams').insert(
    names.map(name => ({
      id: idOf(name),
      entity_ref: refOf(name),
      name,
      parent_id: parentOf(name),
      present: true,
    })),
  );
  const { measurer, ...sources } = createMeasurer(knex);
  const clock = { now: () => zone.startOf(END + 1) };
  const use = new UseReporter({ ...sources, clock, zone });
  async function close(...days: number[]) {
    for (const day of days) {
      const measured = await measurer.measure(day);
      await sources.samples.replaceDay(
        'active-users',
        day,
        measured.map(each => ({
          ...sampleOf({ day, numerator: undefined, n: undefined }),
          ...each,
        })),
      );
    }
  }
  return { knex, use, close };
}

const fourWeeks = { granularity: 'four-weeks' } as const;
const week = { granularity: 'week' } as const;

describe.each(databases.eachSupportedId())('what once leaked, %p', engine => {
  it('teams of a known size show their number, also that nobody was active', async () => {
    const { use, close } = await setUp(engine, organization([5, 0, 0, 1]));
    await close(END);
    const { groups } = await use.teams(fourWeeks, everything);
    expect(
      groups.map(({ name, developers, active }) => [name, developers, active]),
    ).toEqual([
      ['Company', 300, 66],
      ['Product', 254, 60],
      ['Data', 46, 6],
      ['Data Platform', 15, 0],
      ['Machine Learning', 12, 5],
      ['Business Insights', 11, 1],
      ['Experimentation', 8, 0],
    ]);
  });

  it('what is published does not depend on who was active', async () => {
    const shapes = [];
    for (const active of [
      [5, 0, 0, 1],
      [0, 15, 8, 11],
    ] as Array<[number, number, number, number]>) {
      const { use, close } = await setUp(engine, organization(active));
      await close(END);
      const { groups, ...rest } = await use.teams(fourWeeks, everything);
      const { computedAt, ...period } = rest;
      shapes.push([
        period,
        groups.map(({ active: _, share, ...shape }) => shape),
      ]);
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it.each([
    ['7', [3, 4, 0]],
    ['8', [3, 4, 1]],
  ])(
    'nothing is computed from a department of %s and its teams',
    async (_, [first, second, head]) => {
      const { use, close } = await setUp(engine, [
        ...members(first, 1, within('Machine Learning')),
        ...members(second, 2, within('Data Platform')),
        ...members(head, head, ['Company', 'Data']),
        ...members(40, 9, ['Company', 'Product']),
      ]);
      await close(END);
      const { groups } = await use.teams(fourWeeks, everything);
      expect(groups).toMatchObject([
        { name: 'Company', teams: [] },
        { name: 'Product', developers: 40 },
        {
          name: 'Data',
          developers: first + second + head,
          teams: [{ name: 'Machine Learning' }, { name: 'Data Platform' }],
        },
      ]);
    },
  );

  it('teams and plugins are crossed for published groups only', async () => {
    const { use, close } = await setUp(engine, [
      ...members(30, 20, ['Company', 'Product'], ['catalog', 'search']),
      ...members(3, 3, within('Machine Learning'), ['catalog']),
      ...members(9, 9, within('Data Platform'), ['catalog']),
    ]);
    await close(END);
    const { groups } = await use.teams(fourWeeks, everything);
    const { cells } = await use.teamPlugins(fourWeeks, everything);
    const published = new Set(groups.map(({ id }) => id));
    expect([...new Set(cells.map(({ groupId }) => groupId))].sort()).toEqual(
      [...published].sort(),
    );
    expect(published).not.toContain(refOf('Machine Learning'));
    expect(published).not.toContain(refOf('Data Platform'));
    expect(cells).toContainEqual({
      groupId: refOf('Data'),
      pluginId: 'catalog',
      people: 12,
    });
  });

  it('two looks around a reorganization speak of the same people', async () => {
    const { knex, use, close } = await setUp(engine, [
      ...members(10, 4, ['Company', 'Product']),
      ...members(10, 6, within('Machine Learning')),
      ...members(10, 0, within('Data Platform')),
    ]);
    await close(weekEnd(2));
    const before = await use.teams(week, everything);
    // Somebody who was active goes to another team, and a team goes away.
    const move = { person_id: 11, team_id: idOf('Data Platform') };
    const left = { ...move, team_id: idOf('Machine Learning') };
    await knex('team_spans')
      .where(left)
      .update({ to_day: END - 12 });
    await knex('team_spans').insert({ ...move, from_day: END - 12 });
    await knex('teams')
      .where({ id: idOf('Machine Learning') })
      .update({ parent_id: null, present: false });
    await close(weekEnd(3), END);
    const { computedAt, ...same } = before;
    const again = await use.teams(
      { ...week, period: before.from! },
      everything,
    );
    expect(again).toMatchObject(same);
    const sizes = ({ groups }: typeof before) =>
      groups.map(({ id, developers }) => [id, developers]);
    expect(sizes(await use.teams(week, everything))).toEqual(sizes(before));
    expect(sizes(await use.teams(fourWeeks, everything))).toEqual(
      sizes(before),
    );
  });

  it('someone who opts out changes no number before the next four weeks', async () => {
    const { knex, use, close } = await setUp(
      engine,
      organization([5, 0, 0, 1]),
    );
    await close(END - 7, END);
    const before = await use.teams(fourWeeks, everything);
    await knex('people').where({ id: 2 }).update({ opted_out: true });
    await close(END);
    expect(await use.teams(fourWeeks, everything)).toEqual(before);
  });
});
