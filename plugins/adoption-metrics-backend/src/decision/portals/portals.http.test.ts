import { randomUUID } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import {
  readAllTables,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';
import { formatDay, parseDay } from '../../time';
import {
  names,
  refs,
  startMeasuring,
  token,
} from './__testUtils__/otherPortals';

jest.setTimeout(180_000);

const reader = user('a0');
const registrar = user('registrar');

/** A Monday with which four weeks begin, and the day after these. */
const FIRST = '2026-02-09';
const AFTER = '2026-03-09';

const day = (after: number) => formatDay(parseDay(FIRST)! + after);

const candidate: JsonObject = {
  id: 'poc',
  title: 'A candidate',
  option: 'bought',
  since: FIRST,
  url: 'https://candidate.example.com',
  subject: 'port-poc',
};

const second: JsonObject = {
  id: 'second',
  title: 'The second instance',
  subject: 'external:second',
  mapBy: 'email',
  names: { 'ada.l': 'user:default/a1' },
};

const octo: JsonObject = {
  id: 'octo',
  title: 'By annotation',
  subject: 'octo',
  mapBy: 'annotation',
  annotation: 'github.com/user-login',
};

type Running = Awaited<ReturnType<typeof startMeasuring>>;

/** Every day of the four weeks, on each of which the same people come. */
const fourWeeks = (people: string[]) =>
  Array.from({ length: 28 }, (_, index) => ({ day: day(index), people }));

describe.each(testedDatabases())('portals on %s', engine => {
  let portal: Running;

  beforeEach(async () => {
    portal = await startMeasuring(engine, FIRST, [candidate, second, octo], {
      isHidden: (ref, asking) =>
        ref === 'group:default/team-b' && asking === 'user:default/b9',
    });
  });

  afterEach(() => portal.stop());

  async function visit(name: string) {
    const answer = await portal.post('/events', user(name), {
      batchId: randomUUID(),
      events: [
        {
          type: 'interaction',
          at: `${FIRST}T11:00:00.000Z`,
          action: 'click',
          pluginId: 'catalog',
        },
      ],
    });
    expect(answer.body).toMatchObject({ accepted: 1 });
  }

  const read = async (path: string, as = reader) => {
    const { status, body } = await portal.get(path, as);
    expect([path, status, body.error]).toEqual([path, 200, undefined]);
    return body;
  };

  const portalOf = async (id: string) =>
    (await read('/portals')).portals.find(
      (each: { id: string }) => each.id === id,
    );

  it('counts each batch once and answers the same again', async () => {
    await portal.travelTo(day(3));
    const batch = {
      batchId: 'first',
      days: [{ day: day(1), people: refs('a0', 'a1', 'nobody.known') }],
    };
    const expected = {
      batchId: 'first',
      portal: 'poc',
      days: 1,
      accepted: 2,
      unknown: 1,
      rejected: 0,
      faults: [],
    };
    for (let time = 0; time < 2; time++) {
      const { status, body } = await portal.report('port-poc', 'poc', batch);
      expect([status, body]).toEqual([200, expected]);
    }
    // Another batch under the same id is the first one still.
    const { body } = await portal.report('port-poc', 'poc', {
      batchId: 'first',
      days: [{ day: day(2), people: refs('b0') }],
    });
    expect(body).toEqual(expected);
    const tables = await readAllTables(portal.knex);
    expect(tables.portal_person_days).toHaveLength(2);
    expect(tables.portal_batches).toHaveLength(1);
    expect(JSON.stringify(tables)).not.toContain('nobody.known');
  });

  it('adds days up, whichever batch they come in', async () => {
    await portal.travelTo(day(3));
    for (const people of [refs('a0'), refs('a0', 'a1'), []]) {
      await portal.report('port-poc', 'poc', {
        days: [{ day: day(1), people }],
      });
    }
    const { series } = await read(
      `/portals/series?measure=daily&portal=poc&from=${day(0)}&to=${day(3)}`,
    );
    expect(series).toHaveLength(1);
    expect(
      series[0].points.map((point: any) => [point.numerator, point.coverage]),
    ).toEqual([
      [null, null],
      [2, 1],
      [null, 0],
    ]);
  });

  it('tells zero from unknown', async () => {
    await portal.travelTo(day(3));
    await portal.report('port-poc', 'poc', {
      days: [
        { day: day(0), people: refs('a0') },
        { day: day(1), people: [] },
      ],
    });
    const { series } = await read(
      `/portals/series?measure=daily&portal=poc&from=${day(0)}&to=${day(3)}`,
    );
    expect(series[0].points.map((point: any) => point.numerator)).toEqual([
      1,
      0,
      null,
    ]);
    expect(await portalOf('poc')).toMatchObject({
      lastDay: day(1),
      headline: { to: day(2), active: 1, status: 'undecided' },
    });
  });

  it('lets a token report its own portal only, and says no more', async () => {
    const batch = { days: [{ day: day(0), people: refs('a0') }] };
    const answers = [
      await portal.report('port-poc', 'second', batch),
      await portal.report('port-poc', 'no-such-portal', batch),
      await portal.report('port-poc', 'this', batch),
      await portal.report('stranger', 'poc', batch),
      await portal.report('external:stranger', 'no-such-portal', batch),
    ];
    const sentences = new Set(
      answers.map(({ status, body }) => `${status} ${body.error?.message}`),
    );
    expect(sentences.size).toBe(1);
    expect([...sentences][0]).toMatch(
      /^403 This token is not allowed to report/,
    );
    for (const as of [reader, registrar]) {
      const { status } = await portal.post('/portals/poc/activity', as, batch);
      expect(status).toBe(403);
    }
    const external = await portal.report('external:port-poc', 'poc', batch);
    expect(external.status).toBe(200);
    expect(await portal.knex('portal_person_days')).toHaveLength(1);
  });

  it('maps e-mail addresses, annotations and configured names', async () => {
    await portal.travelTo(day(2));
    const byEmail = await portal.report('external:second', 'second', {
      days: [
        {
          day: day(1),
          people: [
            'A0@example.COM',
            'ADA.L',
            'who@example.com',
            ' b3@example.com ',
          ],
        },
      ],
    });
    expect(byEmail.body).toMatchObject({
      accepted: 3,
      unknown: 1,
      rejected: 0,
    });
    const byLogin = await portal.report('octo', 'octo', {
      days: [{ day: day(1), people: ['octo-A0', 'octo-zz'] }],
    });
    expect(byLogin.body).toMatchObject({ accepted: 1, unknown: 1 });
    const { any } = await read('/portals');
    // `a0` is in both.
    expect(any).toMatchObject({ active: 3, developers: 20 });
  });

  it('judges each day and person alone, and repeats no name', async () => {
    await portal.travelTo(day(2));
    const { status, body } = await portal.report('port-poc', 'poc', {
      days: [
        { day: day(5), people: refs('a0') },
        { day: '2026-02-08', people: refs('a0') },
        { day: day(1), people: ['not a ref', 7, '', ...refs('guest', 'a2')] },
        { day: day(1), people: refs('a3'), surname: 'Lovelace' },
        { people: ['Lovelace'] },
        'Lovelace',
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ days: 1, accepted: 1, unknown: 0 });
    expect(body.faults.map((fault: { at: string }) => fault.at).sort()).toEqual(
      [
        'days.0.day',
        'days.1.day',
        'days.2.people.0',
        'days.2.people.1',
        'days.2.people.2',
        'days.2.people.3',
        'days.3',
        'days.4',
        'days.5',
      ],
    );
    expect(body.rejected).toBe(9);
    expect(JSON.stringify(body)).not.toMatch(/Lovelace|not a ref/);
    expect(JSON.stringify(await portal.knex('portal_batches'))).not.toMatch(
      /Lovelace|not a ref/,
    );
  });

  it('takes a table, of a whole range of days', async () => {
    await portal.travelTo(day(5));
    const csv = [
      'day,person,score,answers',
      `${day(1)},user:default/a0,,`,
      `${day(1)}T23:30:00Z,user:default/a1,,`,
      `${day(3)},,4.5,8`,
      `${day(3)},user:default/a0`,
      'yesterday,user:default/a0,,',
    ].join('\r\n');
    const range = `?from=${day(0)}&to=${day(5)}&batchId=table-1`;
    const { status, body } = await portal.reportTable(
      'port-poc',
      'poc',
      csv,
      range,
    );
    expect([status, body]).toEqual([
      200,
      {
        batchId: 'table-1',
        portal: 'poc',
        days: 5,
        accepted: 2,
        unknown: 0,
        rejected: 2,
        faults: [
          {
            at: 'line 5',
            code: 'row-invalid',
            message: 'has a different number of cells than the header',
          },
          {
            at: 'line 6',
            code: 'day-invalid',
            message: expect.stringMatching(/^has no day; exp/),
          },
        ],
      },
    ]);
    const again = await portal.reportTable('port-poc', 'poc', csv, range);
    expect(again.body).toEqual(body);
    const { series } = await read(
      `/portals/series?measure=daily&portal=poc&from=${day(0)}&to=${day(5)}`,
    );
    expect(series[0].points.map((point: any) => point.numerator)).toEqual([
      0, 2, 0, 0, 0,
    ]);
    expect(await portal.knex('portal_days').where({ answers: 8 })).toHaveLength(
      1,
    );
  });

  it.each([
    ['no days', { batchId: 'x' }],
    ['both', { days: [{ day: FIRST, people: [] }], csv: 'day,person' }],
    ['no list', { days: {} }],
    ['an empty list', { days: [] }],
    ['too many days', { days: Array(401).fill({ day: FIRST, people: [] }) }],
    ['a table without a header', { csv: `${FIRST},user:default/a0` }],
    ['an odd id', { batchId: 'a b', days: [{ day: FIRST, people: [] }] }],
  ])('refuses %s', async (_what, body) => {
    const answer = await portal.report('port-poc', 'poc', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(/expected |has no header/);
  });

  it('refuses a range that has not come', async () => {
    const { status, body } = await portal.reportTable(
      'port-poc',
      'poc',
      'day,person\n',
      `?from=${FIRST}&to=${day(7)}`,
    );
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/expected ranges from/);
  });

  it('puts portals side by side, and counts a person of both once', async () => {
    // Seven people come to this portal, on the first day.
    for (const name of names.slice(0, 7)) {
      await visit(name);
    }
    await portal.travelTo(AFTER);
    await portal.report('port-poc', 'poc', {
      days: fourWeeks(refs('a5', 'a6', 'b0', 'b1')),
    });
    const body = await read('/portals');
    expect(body).toMatchObject({
      asOf: day(27),
      portals: [
        { id: 'this', title: 'Our portal', reportedBy: null },
        {
          id: 'poc',
          title: 'A candidate',
          option: 'bought',
          since: FIRST,
          url: 'https://candidate.example.com',
          reportedBy: 'port-poc',
          firstDay: FIRST,
          lastDay: day(27),
          headline: {
            from: FIRST,
            to: AFTER,
            active: 4,
            developers: 20,
            share: 0.2,
            coverage: 1,
            status: 'missed',
          },
        },
        {
          id: 'second',
          lastDay: null,
          lastReportAt: null,
          headline: { active: null, share: null, reason: 'no-data' },
        },
        { id: 'octo' },
      ],
      any: { active: 9, developers: 20 },
    });
    const own = await read('/metrics/active-users');
    expect(own.metric.numerator).toBe(7);
    expect(body.portals[0].headline.active).toBe(7);
    expect(body.portals[0].headline.status).toBe(own.metric.status);
  });

  it('meets the target with enough people, whatever is missing', async () => {
    await portal.travelTo(day(10));
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(9), people: refs(...names.slice(0, 6)) }],
    });
    expect((await portalOf('poc')).headline).toMatchObject({
      active: 6,
      share: null,
      status: 'met',
    });
  });

  it('says when what was reported is old', async () => {
    await portal.travelTo(day(2));
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(1), people: refs('a0') }],
    });
    await portal.travelTo(day(12));
    expect(await portalOf('poc')).toMatchObject({
      lastDay: day(1),
      headline: { to: day(12), status: 'undecided', reason: 'stale-evidence' },
    });
  });

  it('breaks portals down by the published teams of closed periods', async () => {
    for (const name of ['a0', 'a1']) {
      await visit(name);
    }
    await portal.travelTo(AFTER);
    await portal.report('port-poc', 'poc', {
      days: fourWeeks(refs('a1', 'a2', 'b0', 'b1', 'b2')),
    });
    const body = await read('/portals/teams');
    expect(body).toMatchObject({
      from: FIRST,
      to: AFTER,
      status: 'published',
      population: 20,
    });
    const rows = Object.fromEntries(
      body.groups.map((group: any) => [
        group.id,
        group.portals.map((each: any) => [each.portal, each.active]),
      ]),
    );
    expect(rows).toEqual({
      'group:default/team-a': [
        ['this', 2],
        ['poc', 2],
        ['second', null],
        ['octo', null],
        ['any', 3],
      ],
      'group:default/team-b': [
        ['this', 0],
        ['poc', 3],
        ['second', null],
        ['octo', null],
        ['any', 3],
      ],
    });
    // Late days of a week raise what was published.
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(27), people: refs('a9') }],
    });
    const late = await read(
      `/portals/teams?granularity=week&period=${day(21)}`,
    );
    expect(late.groups[0].portals[1]).toMatchObject({
      portal: 'poc',
      active: 3,
    });
  });

  it('shows the groups that active users shows, to whom it shows them', async () => {
    await portal.travelTo(AFTER);
    await portal.report('port-poc', 'poc', { days: fourWeeks(refs('b0')) });
    for (const granularity of ['week', 'four-weeks']) {
      const query = `?granularity=${granularity}`;
      const groupsOf = async (path: string, as: string) =>
        (await read(`${path}${query}`, as)).groups.map((group: any) => [
          group.id,
          group.developers,
        ]);
      for (const as of [reader, user('b9')]) {
        expect(await groupsOf('/portals/teams', as)).toEqual(
          await groupsOf('/activity/teams', as),
        );
      }
      const hidden = await groupsOf('/portals/teams', user('b9'));
      expect(hidden).toEqual([['group:default/team-a', 10]]);
    }
  });

  it('counts a batch once that comes twice at the same time', async () => {
    await portal.travelTo(day(3));
    const batch = {
      batchId: 'twice',
      days: [{ day: day(1), people: refs('a0', 'a1') }],
    };
    const answers = await Promise.all([
      portal.report('port-poc', 'poc', batch),
      portal.report('port-poc', 'poc', batch),
    ]);
    const [first, again] = answers.map(({ status, body }) => [status, body]);
    expect(first[0]).toBe(200);
    expect(again).toEqual(first);
    expect(await portal.knex('portal_batches')).toHaveLength(1);
    expect(await portal.knex('portal_person_days')).toHaveLength(2);
  });

  it('says under Diagnostics what is not reported any more', async () => {
    await portal.travelTo(day(2));
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(1), people: [] }],
    });
    await portal.travelTo(day(20));
    const { checks } = await read('/diagnostics');
    const check = checks.find(({ id }: { id: string }) => id === 'portals');
    expect(check).toMatchObject({ status: 'warning' });
    expect(check.detail).toMatch(
      /^The last reported day of A candidate is 10 Feb 2026\. No activity of The second instance has been reported yet\./,
    );
  });

  it('leaves this portal and its metrics as they are', async () => {
    await visit('a0');
    await portal.travelTo(AFTER);
    const paths = ['/metrics/active-users', '/activity/teams', '/scorecard'];
    const without = await Promise.all(paths.map(path => read(path)));
    await portal.report('port-poc', 'poc', { days: fourWeeks(refs(...names)) });
    await portal.rollUp();
    expect(await Promise.all(paths.map(path => read(path)))).toEqual(without);
  });

  it('forgets a person in every portal, and shows what is held', async () => {
    await portal.travelTo(AFTER);
    await portal.report('port-poc', 'poc', {
      days: fourWeeks(refs('a1', 'a2')),
    });
    await portal.report('external:second', 'second', {
      days: [{ day: day(3), people: ['a1@example.com'] }],
    });
    const mine = await read('/me', user('a1'));
    expect(mine.portals).toEqual([
      {
        id: 'poc',
        title: 'A candidate',
        activeDays: fourWeeks([]).map(each => each.day),
      },
      { id: 'second', title: 'The second instance', activeDays: [day(3)] },
    ]);
    const before = await read('/portals/teams');
    const { status } = await portal.post('/people/forget', registrar, {
      entityRef: 'user:default/a1',
      stop: false,
    });
    expect(status).toBe(200);
    expect((await read('/me', user('a1'))).portals).toEqual([]);
    const people = await portal
      .knex('portal_person_days')
      .distinct('person_id');
    expect(people).toHaveLength(1);
    // What was published of closed periods tells nobody who was forgotten.
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(27), people: refs('a2') }],
    });
    await portal.rollUp();
    const after = await read('/portals/teams');
    expect(after.groups).toEqual(before.groups);
  });

  it('keeps nothing of who opted out, and does not tell', async () => {
    await portal.travelTo(day(3));
    const answer = await portal.put('/me', user('a4'), { optedOut: true });
    expect(answer.status).toBe(200);
    const { body } = await portal.report('port-poc', 'poc', {
      days: [{ day: day(1), people: refs('a4') }],
    });
    expect(body).toMatchObject({ accepted: 1, unknown: 0, rejected: 0 });
    expect(await portal.knex('portal_person_days')).toEqual([]);
  });

  it('gives what one identity did to another', async () => {
    await portal.travelTo(day(3));
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(1), people: refs('a1', 'a2') }],
    });
    await portal.post('/people/merge', registrar, {
      merges: [{ from: 'user:default/a1', into: 'user:default/a2' }],
    });
    expect(await portal.knex('portal_person_days')).toHaveLength(1);
  });

  it('gives tables that name who reported', async () => {
    await portal.travelTo(day(3));
    await portal.report('port-poc', 'poc', {
      days: [{ day: day(1), people: refs('a1') }],
    });
    const list = await portal.get('/portals?format=csv', reader);
    expect(list.headers['content-type']).toMatch(/^text\/csv/);
    expect(list.text.split('\r\n')[2]).toMatch(
      /^poc,A candidate,bought,2026-02-09,https:\/\/candidate.example.com,port-poc,/,
    );
    const series = await portal.get(
      `/portals/series?format=csv&measure=daily&from=${day(1)}&to=${day(2)}`,
      reader,
    );
    expect(series.text).toContain(
      `poc,A candidate,port-poc,${day(1)},${day(2)},1,20,`,
    );
    const unknown = await portal.get('/portals/series?portal=none', reader);
    expect(unknown.status).toBe(404);
  });

  it('refuses a body that is neither JSON nor CSV', async () => {
    const { status, body } = await portal
      .post('/portals/poc/activity', token('port-poc'))
      .set('Content-Type', 'text/plain')
      .send('day,person');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/neither JSON nor CSV/);
  });
});
