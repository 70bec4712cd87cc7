import { TestDatabaseId } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ActionUseSchema,
  ActivitySeriesSchema,
  AttributeUseSchema,
  CohortsSchema,
  LifecycleSchema,
  OnboardingSchema,
  PluginInventorySchema,
  PluginUseSchema,
  TeamPluginUseSchema,
  TeamUseSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { serveRoutes } from '../http/__testUtils__/serveRoutes';
import { entity } from '../people/__testUtils__/portal';
import { alwaysChanging, sampleOf } from '../samples/__testUtils__/samples';
import { parseDay, PeriodUnit, ReportingZone, startOfPeriod } from '../time';
import {
  createMeasurer,
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from './__testUtils__/history';
import { ActionReporter } from './actions';
import { AttributeReporter } from './attributes';
import { InstalledPluginStore, PluginInventoryReporter } from './inventory';
import { LifecycleReporter } from './LifecycleReporter';
import { createActivityRoutes } from './routes';
import { SeriesReporter } from './SeriesReporter';
import { UseReporter } from './UseReporter';

const databases = createTestDatabases();
const zone = ReportingZone.create('UTC');

/** A Sunday. */
const LAST_DAY = parseDay('2026-03-29')!;
/** The last four weeks that ended by then end on 8 March. */
const FOUR_WEEKS_END = LAST_DAY - 21;
const FIRST_READING = LAST_DAY - 300;
const JOINED = parseDay('2026-01-10')!;

const schemas = {
  inventory: PluginInventorySchema,
  actions: ActionUseSchema,
  attributes: AttributeUseSchema,
  teams: TeamUseSchema,
  plugins: PluginUseSchema,
  'team-plugins': TeamPluginUseSchema,
  lifecycle: LifecycleSchema,
  cohorts: CohortsSchema,
  onboarding: OnboardingSchema,
  series: ActivitySeriesSchema,
};

/** Developers of some teams, of whom the first few are active. */
function members(
  count: number,
  active: number,
  person: Partial<RecordedPerson>,
): RecordedPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    spans: [{ from: FIRST_READING, to: null }],
    ...person,
    days: index < active ? person.days ?? [] : [],
  }));
}

const people = [
  // Activity has been collected for long.
  ...members(1, 1, { days: [LAST_DAY - 200], spans: [] }),
  ...members(16, 12, {
    days: [LAST_DAY - 34, LAST_DAY - 3],
    teams: [1, 2],
    plugins: ['catalog'],
    actions: ['search'],
    values: [1],
  }),
  ...members(3, 1, { days: [LAST_DAY - 1], teams: [1, 3], values: [2] }),
  ...members(6, 3, {
    days: [LAST_DAY - 20],
    teams: [1, 4],
    spans: [{ from: JOINED, to: null }],
    plugins: ['search'],
  }),
];

const groups = [
  { id: 1, entity_ref: 'group:default/all', name: 'All', parent_id: null },
  { id: 2, entity_ref: 'group:default/big', name: 'Big, "B"', parent_id: 1 },
  { id: 3, entity_ref: 'group:default/small', name: 'Small', parent_id: 1 },
  { id: 4, entity_ref: 'group:default/other', name: 'Other', parent_id: 1 },
];

const attributes = [
  {
    id: 'location',
    title: 'Location',
    field: 'spec.profile.location',
    beforeTeams: false,
  },
];

const values = ['Berlin', ''].map((value, index) => ({
  id: index + 1,
  attribute: 'location',
  value,
}));

const never = {
  firstSeenOn: null,
  uses: null,
  previousUses: null,
  people: null,
  previousPeople: null,
};

async function setUp(engine: TestDatabaseId) {
  const knex = await databases.create(engine);
  const every = Array.from({ length: 260 }, (_, i) => LAST_DAY - i);
  await recordHistory(knex, people, every);
  await recordDevelopers(knex, FIRST_READING, 25);
  await knex('teams').insert(groups.map(row => ({ ...row, present: true })));
  await knex('attribute_values').insert(values);
  const { measurer, ...sources } = createMeasurer(knex, undefined, {
    attributes,
  });
  await measurer.prepare([...new Set(people.flatMap(({ days }) => days))]);
  const clock = { now: () => zone.startOf(LAST_DAY + 1) };
  const read = { ...sources, clock, zone, attributes };
  const raise = (minimum: number) => {
    read.minimumGroupSize = minimum;
  };
  const { allow, get } = serveRoutes(
    createActivityRoutes({
      clock,
      zone,
      use: new UseReporter(read),
      people: new LifecycleReporter(read),
      series: new SeriesReporter(read),
      inventory: new PluginInventoryReporter({
        ...read,
        use: new UseReporter(read),
        installed: new InstalledPluginStore(knex),
        backendPlugins: async () => ['catalog', 'proxy'],
      }),
      actions: new ActionReporter(read),
      attributes: new AttributeReporter(read),
      closedDaysState: alwaysChanging,
    }),
    {
      entities: groups.map(each =>
        entity('Group', each.entity_ref.split('/')[1]),
      ),
    },
  );
  async function close(...days: number[]) {
    for (const day of days) {
      const empty = { numerator: undefined, denominator: undefined };
      const samples = (await measurer.measure(day)).map(measurement => ({
        ...sampleOf({ ...empty, n: undefined, coverage: undefined }),
        ...measurement,
        day,
      }));
      await sources.samples.replaceDay('active-users', day, samples);
    }
  }
  return {
    knex,
    allow,
    close,
    raise,
    get: (path: string) => get(`/activity/${path}`),
  };
}

describe.each(databases.eachSupportedId())('activity routes, %p', engine => {
  it('break nobody down before a period is closed', async () => {
    const { get, close } = await setUp(engine);
    await close(LAST_DAY - 1);
    for (const path of ['teams', 'plugins', 'team-plugins']) {
      expect((await get(path)).body).toMatchObject({
        status: 'no-closed-period',
        granularity: 'four-weeks',
        from: null,
        to: null,
        minimumGroupSize: 5,
        population: null,
      });
    }
  });

  it('list teams, and small ones together', async () => {
    const { get, close } = await setUp(engine);
    await close(FOUR_WEEKS_END - 28, FOUR_WEEKS_END, LAST_DAY - 7, LAST_DAY);
    const { body } = await get('teams');
    expect(body).toMatchObject({
      timeZone: 'UTC',
      status: 'published',
      granularity: 'four-weeks',
      from: '2026-02-09',
      to: '2026-03-09',
      minimumGroupSize: 5,
      population: 25,
    });
    const all = 'group:default/all';
    expect(body.groups).toMatchObject([
      {
        id: all,
        kind: 'team',
        name: 'All',
        parentId: null,
        teams: [],
        developers: 25,
        active: 12,
        share: 12 / 25,
        previousShare: 0,
      },
      {
        id: 'group:default/big',
        kind: 'team',
        name: 'Big, "B"',
        parentId: all,
        teams: [],
        developers: 16,
        active: 12,
        share: 0.75,
        previousShare: 0,
      },
      {
        id: expect.stringMatching(/^pooled:\w{16}$/),
        kind: 'pooled',
        name: 'Small and Other',
        parentId: all,
        teams: [
          { id: 'group:default/small', name: 'Small' },
          { id: 'group:default/other', name: 'Other' },
        ],
        developers: 9,
        active: 0,
        share: 0,
        previousShare: 0,
      },
    ]);
    const week = (await get('teams?granularity=week')).body;
    expect([week.from, week.to]).toEqual(['2026-03-23', '2026-03-30']);
    expect(week.groups.map(({ active }: { active: number }) => active)).toEqual(
      [13, 12, 1],
    );
    expect((await get('teams?period=2026-03-09')).body.error.message).toBe(
      'The four weeks from 2026-03-09 are not over yet; expected those up to 2026-02-09',
    );
    const earlier = await get('teams?granularity=week&period=2026-03-16');
    expect(earlier.body).toMatchObject({ from: '2026-03-16', population: 25 });
  });

  it('list plugins, most people first', async () => {
    const { get, close } = await setUp(engine);
    await close(FOUR_WEEKS_END, LAST_DAY - 14, LAST_DAY);
    expect((await get('plugins')).body.plugins).toEqual([
      { id: 'catalog', people: 12, previousPeople: null, actions: null },
    ]);
    await close(LAST_DAY - 7);
    const query = 'granularity=week&period';
    expect((await get(`plugins?${query}=2026-03-09`)).body.plugins).toEqual([
      { id: 'search', people: 3, previousPeople: 0, actions: null },
    ]);
    expect((await get(`plugins?${query}=2026-03-23`)).body.plugins).toEqual([
      { id: 'catalog', people: 12, previousPeople: 0, actions: null },
    ]);
  });

  it('list what is counted by itself, and nothing that was never reported', async () => {
    const { get, close } = await setUp(engine);
    await close(FOUR_WEEKS_END, LAST_DAY - 14, LAST_DAY - 7, LAST_DAY);
    const { body } = await get('actions');
    expect(body).toMatchObject({ status: 'published', from: '2026-02-09' });
    expect(body.actions).toEqual([
      { ...never, id: 'template-run' },
      { ...never, id: 'document-read' },
      {
        id: 'search',
        firstSeenOn: '2026-02-23',
        uses: 24,
        previousUses: null,
        people: 12,
        previousPeople: null,
      },
      { ...never, id: 'search-without-result' },
    ]);
    const week = await get('actions?granularity=week&period=2026-03-16');
    expect(week.body.actions[2]).toMatchObject({ uses: 0, people: 0 });
    const [, , csv] = (await get('actions?format=csv')).text
      .split('\r\n')
      .slice(1);
    expect(csv).toBe('search,2026-02-23,24,,12,');
  });

  it('list people by attribute, with small and unknown values together', async () => {
    const { get, close, raise } = await setUp(engine);
    await close(FOUR_WEEKS_END - 28, FOUR_WEEKS_END, LAST_DAY - 7, LAST_DAY);
    const { body } = await get('attributes');
    expect(body.attributes).toEqual([
      {
        id: 'location',
        title: 'Location',
        isBrokenDown: true,
        groups: [
          {
            id: 'value:Berlin',
            kind: 'value',
            name: 'Berlin',
            values: ['Berlin'],
            developers: 16,
            active: 12,
            share: 0.75,
            previousShare: 0,
          },
          {
            id: expect.stringMatching(/^others:\w{16}$/),
            kind: 'others',
            name: 'Others',
            values: [],
            developers: 9,
            active: 0,
            share: 0,
            previousShare: 0,
          },
        ],
      },
    ]);
    const csv = (await get('attributes?attribute=location&format=csv')).text;
    expect(csv.split('\r\n')[1]).toBe(
      'location,value:Berlin,value,Berlin,Berlin,16,12,0.75,0',
    );
    const unknown = await get('attributes?attribute=role');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain('location');
    raise(10);
    expect((await get('attributes')).body.attributes[0]).toMatchObject({
      isBrokenDown: false,
      groups: [],
    });
  });

  it('compare what is installed with what is used', async () => {
    const { get, close, knex } = await setUp(engine);
    expect((await get('inventory')).body).toMatchObject({
      installed: null,
      used: null,
      unused: null,
      reportedSince: null,
      backend: ['catalog', 'proxy'],
    });
    await close(FOUR_WEEKS_END, LAST_DAY - 7, LAST_DAY);
    const reported = (plugin_id: string, surface = 'page') =>
      [1, 2].map(witness => ({
        plugin_id,
        surface,
        witness,
        first_day: LAST_DAY - 40,
        last_day: LAST_DAY,
      }));
    await knex('installed_plugins').insert([
      ...reported('catalog'),
      ...reported('kubernetes'),
      ...reported('badges', 'card'),
    ]);
    const { body } = await get('inventory');
    expect(body).toMatchObject({
      from: '2026-02-09',
      to: '2026-03-09',
      installed: 2,
      used: 0,
      unused: 1,
      reportedSince: '2026-02-17',
    });
    expect(
      body.plugins.map(
        ({ id, use, whyUnknown, people: n, removal, isBase }: any) => [
          id,
          use,
          whyUnknown,
          n,
          removal,
          isBase,
        ],
      ),
    ).toEqual([
      ['kubernetes', 'unused', undefined, 0, 1, false],
      ['a', 'used', undefined, 0, null, false],
      ['badges', 'unknown', 'cards-only', null, null, false],
      ['catalog', 'used', undefined, 12, null, true],
    ]);
    const csv = (await get('inventory?format=csv')).text.split('\r\n');
    expect(csv[1]).toBe(
      'kubernetes,false,page,2026-02-17,2026-03-29,false,unused,,0,,1',
    );
  });

  it('list groups by plugin', async () => {
    const { get, close } = await setUp(engine);
    await close(FOUR_WEEKS_END, LAST_DAY - 14);
    const cell = (groupId: string, count: number, pluginId = 'catalog') => ({
      groupId,
      pluginId,
      people: count,
    });
    const all = cell('group:default/all', 12);
    const big = cell('group:default/big', 12);
    expect((await get('team-plugins')).body).toMatchObject({
      to: '2026-03-09',
      cells: [all, big],
    });
    const of = async (team: string) =>
      (await get(`team-plugins?team=${team}`)).body.cells;
    expect(await of('group:default/all')).toEqual([all, big]);
    expect(await of('group:default/Big')).toEqual([big]);
    const week = 'granularity=week&period=2026-03-09';
    const pooled = [
      cell(expect.stringMatching(/^pooled:/) as never, 3, 'search'),
    ];
    expect(await of(`group:default/small&${week}`)).toEqual(pooled);
  });

  it('hide at once what a raised minimum hides', async () => {
    const { get, close, raise } = await setUp(engine);
    await close(FOUR_WEEKS_END);
    raise(10);
    const { body } = await get('teams');
    expect(body).toMatchObject({ status: 'published', minimumGroupSize: 10 });
    expect(body.groups).toMatchObject([
      { id: 'group:default/all', active: 12, teams: [{}, {}, {}] },
    ]);
    expect((await get('team-plugins')).body.cells).toHaveLength(1);
    const series = await get('series?team=group:default/big');
    expect(series.body.status).toBe('pooled');
    expect(series.body.points.at(-1).value).toBeNull();
    raise(13);
    for (const path of ['teams', 'plugins', 'team-plugins']) {
      const small = (await get(path)).body;
      expect(small).toMatchObject({
        status: 'organization-too-small',
        population: 25,
      });
      expect([small.groups, small.plugins, small.cells].flat()).toEqual([
        ...[undefined, undefined],
      ]);
    }
    raise(2);
    expect((await get('teams')).body).toMatchObject({ minimumGroupSize: 5 });
  });

  it('show how people come, stay, and go', async () => {
    const { get, close } = await setUp(engine);
    await close(LAST_DAY - 21, LAST_DAY - 7, LAST_DAY);
    const { body } = await get('lifecycle?from=2026-03-23&to=2026-03-30');
    expect(body).toMatchObject({
      granularity: 'week',
      status: 'published',
      from: '2026-03-23',
      to: '2026-03-30',
    });
    const newest = {
      from: '2026-03-23',
      to: '2026-03-30',
      developers: 25,
      active: 13,
      new: 1,
      returning: 0,
      reactivated: 12,
      lapsed: 0,
      neverSeen: 9,
    };
    expect(body.periods).toEqual([newest]);
    expect((await get('lifecycle')).body.periods).toHaveLength(3);
    const fourWeeks = await get('lifecycle?granularity=four-weeks');
    expect(fourWeeks.body.periods).toEqual([
      {
        from: '2026-02-09',
        to: '2026-03-09',
        developers: 25,
        active: 12,
        new: 12,
        returning: 0,
        reactivated: 0,
        lapsed: 0,
        neverSeen: 13,
      },
    ]);
  });

  it('show only periods that lie within the range that the answer names', async () => {
    const { get, close } = await setUp(engine);
    await close(LAST_DAY - 21, LAST_DAY - 7, LAST_DAY);
    const asked = await get('lifecycle?from=2026-03-17&to=2026-03-30');
    expect(asked.body.from).toBe('2026-03-17');
    expect(asked.body.periods).toMatchObject([{ from: '2026-03-23' }]);
    for (const granularity of ['week', 'four-weeks']) {
      const { body } = await get(
        `lifecycle?granularity=${granularity}&to=2026-03-25`,
      );
      const from = parseDay(body.from)!;
      expect(startOfPeriod(from, granularity as PeriodUnit)).toBe(from);
    }
  });

  it('do not tell of people who opted out, left, or joined since the four weeks began', async () => {
    const { get, close, knex } = await setUp(engine);
    await close(LAST_DAY - 14);
    await knex('people').where({ id: 2 }).update({ opted_out: true });
    await knex('developer_spans')
      .where({ person_id: 3 })
      .update({ to_day: LAST_DAY - 10 });
    await knex('developer_spans').insert({
      person_id: 1,
      from_day: LAST_DAY - 9,
    });
    await close(LAST_DAY);
    const { periods } = (await get('lifecycle')).body;
    expect(periods).toMatchObject([
      { developers: 25, active: 3, neverSeen: 10 },
      { developers: 25, active: 13, neverSeen: 9 },
    ]);
  });

  it('follow people by when they joined', async () => {
    const { get, close } = await setUp(engine);
    const week = { from: '2026-01-05', to: '2026-01-12' };
    await close(LAST_DAY);
    expect((await get('cohorts')).body.cohorts).toEqual([
      { ...week, people: 6, periods: [] },
    ]);
    const end = parseDay(week.to)! - 1;
    await close(end + 30, end + 60, LAST_DAY);
    expect((await get('cohorts')).body.cohorts[0].periods).toEqual([
      { period: 1, people: 6, active: 0, share: 0 },
      { period: 2, people: 6, active: 3, share: 0.5 },
    ]);
    const only = async (from: string) =>
      (await get(`cohorts?from=${from}`)).body;
    expect(await only('2026-01-05')).toMatchObject({ cohorts: [week] });
    expect(await only('2026-01-06')).toMatchObject({
      status: 'published',
      from: '2026-01-06',
      cohorts: [],
    });
  });

  it('show how soon people use the portal', async () => {
    const { get, close } = await setUp(engine);
    const end = parseDay('2026-01-11')!;
    await close(end, end + 7, end + 30, LAST_DAY);
    const { body } = await get('onboarding');
    expect(body).toMatchObject({ status: 'published', to: '2026-03-30' });
    expect(body.ranges).toEqual([
      {
        from: '2026-01-05',
        to: '2026-01-12',
        joined: 6,
        within7Days: 0,
        within30Days: 0,
        within90Days: null,
        medianDays: null,
      },
    ]);
    await close(end + 90);
    expect((await get('onboarding')).body.ranges[0]).toMatchObject({
      within90Days: 3,
      medianDays: LAST_DAY - 20 - JOINED,
    });
  });

  it('hide people who joined once the minimum is raised', async () => {
    const { get, close, raise } = await setUp(engine);
    const end = parseDay('2026-01-11')!;
    await close(end, end + 30, LAST_DAY);
    raise(7);
    const hidden = { from: '2026-01-05', suppressed: 'too-few-people' };
    expect((await get('cohorts')).body.cohorts).toEqual([
      { ...hidden, to: '2026-01-12', people: null, periods: [] },
    ]);
    expect((await get('onboarding')).body.ranges).toMatchObject([
      { ...hidden, joined: null, within7Days: null, medianDays: null },
    ]);
    raise(13);
    for (const path of ['cohorts', 'onboarding', 'lifecycle']) {
      const { body } = await get(path);
      expect(body.status).toBe('organization-too-small');
      expect(body.cohorts ?? body.ranges ?? body.periods).toEqual([]);
    }
  });

  it('give the series of each measure', async () => {
    const { get, close } = await setUp(engine);
    await close(LAST_DAY - 1, LAST_DAY);
    const last = async (query: string) =>
      (await get(`series?${query}`)).body.points.at(-1);
    expect(await last('')).toMatchObject({ value: 16 / 25, sampleCount: 16 });
    expect(await last('measure=weekly')).toMatchObject({ value: 13 / 25 });
    expect(await last('measure=daily')).toMatchObject({ value: 0 });
    expect(await last('measure=regular')).toMatchObject({ numerator: 0 });
    expect(await last('measure=stickiness')).toMatchObject({
      numerator: 15,
      denominator: 16 * 8,
    });
    const weeks = 'granularity=week&from=2026-03-23&to=2026-03-30';
    expect((await get(`series?${weeks}`)).body.points).toHaveLength(1);
  });

  it('give the series of a team or a plugin in closed periods', async () => {
    const { get, close } = await setUp(engine);
    await close(FOUR_WEEKS_END, ...[14, 7, 0].map(days => LAST_DAY - days));
    const read = async (query: string) => (await get(`series?${query}`)).body;
    const big = await read('team=group:default/big');
    expect(big).toMatchObject({
      team: 'group:default/big',
      plugin: null,
      measure: null,
      granularity: 'four-weeks',
      status: 'published',
    });
    expect(big.points).toMatchObject([
      {
        from: '2026-02-09',
        to: '2026-03-09',
        value: 0.75,
        numerator: 12,
        denominator: 16,
      },
    ]);
    const weeks = 'granularity=week&from=2026-03-01';
    const byWeek = await read(`team=group:default/big&${weeks}`);
    expect(
      byWeek.points.map(({ from, value }: { from: string; value: number }) => [
        from,
        value,
      ]),
    ).toEqual([
      ['2026-03-02', 0],
      ['2026-03-09', 0],
      ['2026-03-16', 0],
      ['2026-03-23', 0.75],
    ]);
    const small = await read('team=group:default/small');
    expect(small.status).toBe('pooled');
    expect(small.points[0]).toMatchObject({ value: null, numerator: null });
    const search = await read(`plugin=search&${weeks}`);
    expect(
      search.points.map(({ numerator }: { numerator: number }) => numerator),
    ).toEqual([0, 3, 0, 0]);
    expect(search.points[1]).toMatchObject({ value: 3 / 25, denominator: 25 });
    const berlin = await read(`attribute=location&group=value:Berlin&${weeks}`);
    expect(berlin).toMatchObject({
      attribute: 'location',
      group: 'value:Berlin',
      team: null,
      status: 'published',
    });
    const [of] = (await get('attributes?granularity=week')).body.attributes;
    const last = of.groups.find(
      ({ id }: { id: string }) => id === 'value:Berlin',
    );
    expect(berlin.points.at(-1)).toMatchObject({
      numerator: last.active,
      denominator: last.developers,
      value: last.share,
    });
    const gone = await read('attribute=location&group=value:Atlantis');
    expect(gone.status).toBe('pooled');
    expect(gone.points[0]).toMatchObject({ value: null, numerator: null });
    const searches = await read(`action=search&${weeks}`);
    expect(searches).toMatchObject({ action: 'search', status: 'published' });
    const none = await read('team=group:default/big&to=2026-03-01');
    expect(none).toMatchObject({ status: 'no-closed-period', points: [] });
  });

  it.each(Object.keys(schemas) as Array<keyof typeof schemas>)(
    'answer %s as documented, also as CSV, and to readers only',
    async path => {
      const { get, close, allow } = await setUp(engine);
      const schema = schemas[path].strict();
      expect(schema.parse((await get(path)).body)).toBeTruthy();
      await close(...[5, 4, 3, 2, 1, 0].map(weeks => LAST_DAY - 7 * weeks));
      expect(schema.parse((await get(path)).body)).toBeTruthy();
      const { text, type } = await get(`${path}?format=csv`);
      expect(type).toBe('text/csv');
      expect(text).toMatch(/^\w+,/);
      allow(AuthorizeResult.DENY);
      expect((await get(path)).status).toBe(403);
    },
  );

  it.each([
    ['cohorts?from=yesterday', 400, /'from'.*YYYY-MM-DD/],
    ['lifecycle?granularity=day', 400, /'granularity'.*week, four-weeks/],
    ['lifecycle?from=2026-03-02&to=2026-03-01', 400, /'from'.*before 'to'/],
    ['series?measure=hourly', 400, /'measure'.*monthly, weekly/],
    [
      'series?team=group:default/big&plugin=catalog',
      400,
      /'team' and 'plugin'/,
    ],
    ['series?team=group:default/big&measure=daily', 400, /'measure'.*'team'/],
    [
      'series?team=group:default/big&granularity=day',
      400,
      /'granularity'.*week, four-weeks/,
    ],
    [
      'series?action=search&plugin=catalog',
      400,
      /'plugin' and 'action' are both given/,
    ],
    ['series?action=dance', 400, /'action'.*search/],
    ['series?attribute=location', 400, /'attribute' and 'group'/],
    ['series?group=value:Berlin', 400, /'attribute' and 'group'/],
    ['series?attribute=height&group=none', 404, /'attribute'.*location/],
    ['series?team=group:default/gone', 404, /No team 'group:default\/gone'/],
    ['series?plugin=gone', 404, /No plugin 'gone'/],
    ['teams?period=2026-03-10', 400, /'period'.*such as 2026-03-09/],
    ['teams?granularity=day', 400, /'granularity'.*week, four-weeks/],
    ['plugins?period=2025-03-10', 404, /not broken down.*closed yet/],
    ['team-plugins?team=group:default/gone', 404, /No team 'group:default/],
    ['team-plugins?team=gone', 400, /'team'.*full entity refs/],
    ['team-plugins?team=', 400, /'team'/],
    [
      'teams?from=2026-03-01',
      400,
      /'from' is unknown; expected granularity, period/,
    ],
    ['cohorts?granularity=month', 400, /'granularity' is unknown/],
    ['plugins?format=xml', 400, /'format'.*json, csv/],
  ])('refuse %s', async (path, expected, message) => {
    const { get } = await setUp(engine);
    const { status, body } = await get(path);
    expect(body.error.message).toMatch(message);
    expect(status).toBe(expected);
  });
});
