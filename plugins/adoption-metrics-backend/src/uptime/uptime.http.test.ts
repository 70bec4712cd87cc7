import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import {
  noon,
  person,
  service,
  startUptimePortal,
  testedDatabases,
} from './__testUtils__/uptimePortal';
import { MaintenanceStore } from './MaintenanceStore';
import { IncidentNoteStore } from './IncidentNoteStore';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

/** An instant so many seconds before noon. */
function ago(seconds: number): string {
  return new Date(noon - 1_000 * seconds).toISOString();
}

describe.each(testedDatabases())('uptime over HTTP, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startUptimePortal(engine, {
      config: { uptime: { checks: { outside: { counts: true } } } },
    });
  });

  beforeEach(async () => {
    portal.time.now = noon;
    for (const table of [
      'heartbeats',
      'components',
      'component_states',
      'uptime_checks',
      'maintenance_windows',
      'incident_notes',
    ]) {
      await portal.knex(table).delete();
    }
    portal.auditor.createEvent.mockClear();
  });

  afterAll(() => portal.stop());

  async function get(path: string) {
    const answer = await portal.send('get', path).set('Authorization', person);
    return answer;
  }

  async function post(path: string, body: object, as = person) {
    return portal.send('post', path).set('Authorization', as).send(body);
  }

  describe('GET /uptime', () => {
    it('reports metrics, windows, budget and timeline of a range', async () => {
      await portal.record([10 * DAY, 2 * HOUR], [2 * HOUR - MINUTE, 0]);
      const answer = await get(`/uptime?from=${ago(3 * HOUR)}&to=${ago(HOUR)}`);
      expectDocumented('/uptime', 'get', answer);
      expect(answer.body.range).toMatchObject({
        from: ago(3 * HOUR),
        to: ago(HOUR),
        upSeconds: 2 * HOUR - MINUTE,
        downSeconds: MINUTE,
        unknownSeconds: 0,
        strictPercent: '99.16',
        beforeInstallationShare: 0,
        status: 'missed',
        judgedOn: 'whole-window',
      });
      expect(answer.body.timeline).toEqual([
        { from: ago(3 * HOUR), to: ago(2 * HOUR), state: 'up' },
        {
          from: ago(2 * HOUR),
          to: ago(2 * HOUR - MINUTE),
          state: 'down',
          kind: 'incident',
        },
        { from: ago(2 * HOUR - MINUTE), to: ago(HOUR), state: 'up' },
      ]);
      expect(answer.body.observedSince).toBe(ago(10 * DAY));
    });

    it('judges windows that were observed wholly, or for seven days', async () => {
      await portal.record([10 * DAY, 2 * HOUR], [2 * HOUR - MINUTE, 0]);
      const { body } = await get('/uptime');
      expect(
        body.windows.map((each: any) => [
          each.id,
          each.status,
          each.judgedOn,
          each.strictPercent,
          each.accountableSeconds,
          each.budget.leftSeconds,
        ]),
      ).toEqual([
        ['24h', 'met', 'whole-window', '99.93', DAY, 26.4],
        ['7d', 'met', 'whole-window', '99.99', 7 * DAY, 604.8 - MINUTE],
        ['30d', 'met', 'observed-part', '99.99', 10 * DAY, 864 - MINUTE],
        ['90d', 'met', 'observed-part', '99.99', 10 * DAY, 864 - MINUTE],
        ['365d', 'met', 'observed-part', '99.99', 10 * DAY, 864 - MINUTE],
      ]);
    });

    it('judges nothing in the first seven days', async () => {
      await portal.record([3 * DAY, 0]);
      const { body } = await get('/uptime');
      expect(
        body.windows.map((each: any) => [
          each.id,
          each.status,
          each.reason ?? each.judgedOn,
        ]),
      ).toEqual(
        ['24h', '7d', '30d', '90d', '365d'].map(id => [
          id,
          'undecided',
          'window-incomplete',
        ]),
      );
      const ahead = new Date(Date.parse(ago(0)) + 3_600_000).toISOString();
      const { range } = (await get(`/uptime?from=${ago(HOUR)}&to=${ahead}`))
        .body;
      expect(range).toMatchObject({ reason: 'window-incomplete' });
    });

    it('shows how fast the budget burns', async () => {
      await portal.record([10 * DAY, 4 * MINUTE], [3 * MINUTE, 0]);
      const { body } = await get('/uptime');
      expect(
        body.burnRates.map((each: any) => [
          each.longSeconds,
          each.shortSeconds,
          Number(each.long.toFixed(2)),
          Number(each.short.toFixed(2)),
          each.burning,
        ]),
      ).toEqual([
        [HOUR, 5 * MINUTE, 16.67, 200, true],
        [6 * HOUR, 30 * MINUTE, 2.78, 33.33, false],
        [72 * HOUR, 6 * HOUR, 0.23, 2.78, false],
      ]);
    });

    it('is seen from inside only until a check succeeds', async () => {
      await portal.record([10 * DAY, 0]);
      const inside = await get('/uptime');
      expect(inside.body.evidence).toEqual({
        seenFromInsideOnly: true,
        silent: [],
        gaps: 'down',
        heartbeatSeconds: 15,
      });
      await post(
        '/uptime/checks',
        { component: 'outside', state: 'up' },
        service,
      );
      const outside = await get('/uptime');
      expect(outside.body.evidence.seenFromInsideOnly).toBe(false);
      portal.time.now = noon + 11 * MINUTE * 1_000;
      const silent = await get('/uptime');
      expect(silent.body.evidence.silent).toEqual(['outside']);
    });

    it('has no data before the first heartbeat', async () => {
      const answer = await get('/uptime');
      expectDocumented('/uptime', 'get', answer);
      expect(answer.body.range).toMatchObject({
        strict: null,
        strictPercent: null,
        status: 'undecided',
        reason: 'no-data',
      });
    });

    it.each([
      ['from=yesterday', /'from' is 'yesterday'; expected instants in UTC/],
      [
        `from=${ago(0)}&to=${ago(1)}`,
        /'from' is '.*'; expected ranges whose 'from' lies before 'to'/,
      ],
      ['from=2000-01-01T00:00:00Z', /'from' is '2000-.* up to 3660 days/],
      ['days=30', /'days' is unknown; expected from, to/],
    ])('refuses %s', async (query, message) => {
      const { status, body } = await get(`/uptime?${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });
  });

  it('reads a day as its beginning', async () => {
    const { body } = await get('/uptime?from=2026-11-20&to=2026-11-22');
    expect(body.range).toMatchObject({
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-22T00:00:00.000Z',
    });
  });

  describe('POST /uptime/checks', () => {
    const check = (id: string, seconds: number, state: string, more = {}) => ({
      id,
      component: 'outside',
      state,
      at: ago(seconds),
      ...more,
    });

    it('counts the portal as down while a counting component is', async () => {
      await portal.record([10 * DAY, 0]);
      const checks = [
        check('a', 300, 'up'),
        check('b', 240, 'down', { detail: 'status 502' }),
        check('c', 180, 'down', { detail: 'status 502' }),
        check('d', 120, 'up'),
      ];
      const answer = await post('/uptime/checks', { checks }, service);
      expect(answer.status).toBe(200);
      expectDocumented('/uptime/checks', 'post', answer);
      const again = await post('/uptime/checks', { checks }, service);
      expect(again.body.checks).toEqual(
        checks.map(({ id }) => ({ id, outcome: 'duplicate' })),
      );

      const { body } = await get('/uptime/incidents');
      expect(body.incidents).toEqual([
        expect.objectContaining({
          from: ago(240),
          to: ago(120),
          seconds: 120,
          cause: 'probe',
          components: ['outside'],
          evidence: [
            {
              from: ago(240),
              to: ago(120),
              cause: 'probe',
              component: 'outside',
              detail: 'status 502',
            },
          ],
        }),
      ]);
    });

    it('reports other components apart from the portal', async () => {
      await portal.record([10 * DAY, 0]);
      const checks = [
        check('a', 300, 'up', { component: 'docs' }),
        check('b', 240, 'down', { component: 'docs', confirmed: true }),
      ];
      await post('/uptime/checks', { checks }, service);
      const { body } = await get('/uptime/incidents');
      expect(body.incidents).toEqual([]);
      const components = await get(`/uptime/components?from=${ago(HOUR)}`);
      expectDocumented('/uptime/components', 'get', components);
      expect(components.body.components).toMatchObject([
        {
          name: 'processes',
          source: 'processes',
          state: 'up',
          range: { upSeconds: HOUR },
        },
        {
          name: 'docs',
          source: 'push',
          counts: false,
          state: 'down',
          silent: false,
          lastFailure: '',
          range: {
            beforeInstallationSeconds: HOUR - 300,
            beforeInstallationShare: (HOUR - 300) / HOUR,
            upSeconds: 60,
            downSeconds: 240,
          },
        },
      ]);
    });

    it('says what part of a window was before the installation', async () => {
      await portal.record([292 * DAY, 0]);
      const { body } = await get('/uptime/components');
      const [processes] = body.components;
      expect(processes.windows.at(-1)).toMatchObject({
        id: '365d',
        coverage: 1,
        beforeInstallationSeconds: 73 * DAY,
        beforeInstallationShare: 0.2,
      });
      expect(processes.windows[0]).toMatchObject({
        id: '24h',
        beforeInstallationShare: 0,
      });
    });

    it('shows components as a table of ranges and windows', async () => {
      await portal.record([10 * DAY, 0]);
      const { text } = await get(
        `/uptime/components?format=csv&from=${ago(HOUR)}`,
      );
      const [names, ...rows] = text
        .trim()
        .split('\r\n')
        .map(line => line.split(','));
      const at = (name: string) => names.indexOf(name);
      expect(
        rows.map(row => [
          row[at('name')],
          row[at('state')],
          row[at('window')],
          row[at('upSeconds')],
        ]),
      ).toEqual([
        ['processes', 'up', 'range', String(HOUR)],
        ['processes', 'up', '24h', String(DAY)],
        ['processes', 'up', '7d', String(7 * DAY)],
        ['processes', 'up', '30d', String(10 * DAY)],
        ['processes', 'up', '90d', String(10 * DAY)],
        ['processes', 'up', '365d', String(10 * DAY)],
      ]);
    });

    it('accepts a minimal check', async () => {
      const single = { component: 'docs', state: 'up' };
      const { body } = await post('/uptime/checks', single, service);
      expect(body.checks).toEqual([
        { id: expect.any(String), outcome: 'accepted' },
      ]);
    });

    it('marks earlier days as late', async () => {
      await portal.knex('daily_rollups').delete();
      const today = { checks: [check('a', HOUR, 'up')] };
      await post('/uptime/checks', today, service);
      expect(await portal.knex('daily_rollups')).toEqual([]);
      const component = 'late';
      const yesterday = check('b', 13 * HOUR, 'up', { component });
      await post('/uptime/checks', yesterday, service);
      const [day, ...others] = await portal.knex('daily_rollups');
      expect(day).toMatchObject({
        day: Math.floor(noon / (1_000 * DAY)) - 1,
        state: 'late',
      });
      expect(others).toEqual([]);
    });

    it('ignores checks older than a day', async () => {
      const old = { checks: [check('a', DAY + 1, 'up')] };
      const { body } = await post('/uptime/checks', old, service);
      expect(body.checks).toEqual([{ id: 'a', outcome: 'late' }]);
    });

    it.each([
      [{ checks: [] }, /field 'checks'/],
      [{ component: 'a', state: 'up', more: 1 }, /field 'more' is unknown/],
      [{ state: 'up' }, /field 'component'/],
      [{ component: 'a b', state: 'up' }, /field 'component'/],
      [{ component: 'a', state: 'ok' }, /field 'state'.*expected/],
      [
        { component: 'a', state: 'up', at: ago(-120) },
        /field 'checks.0.at' is .*; expected instants up to now/,
      ],
      [[], /the body/],
    ])('refuses %j', async (body, message) => {
      const answer = await post('/uptime/checks', body, service);
      expect(answer.status).toBe(400);
      expectDocumented('/uptime/checks', 'post', answer);
      expect(answer.body.error.message).toMatch(message);
    });

    it('reserves the name of the processes', async () => {
      const own = { component: 'processes', state: 'up' };
      const answer = await post('/uptime/checks', own, service);
      expect(answer.status).toBe(409);
      expectDocumented('/uptime/checks', 'post', answer);
      expect(answer.body.error.message).toMatch(/'processes'.*different name/);
    });

    it('refuses unknown formats', async () => {
      const answer = await post('/uptime/checks?format=xml', {}, service);
      expect(answer.body.error.message).toMatch(/'format' is 'xml'; expected/);
    });

    it('is for services only', async () => {
      const { status } = await post('/uptime/checks', check('a', 1, 'up'));
      expect(status).toBe(403);
    });
  });

  describe('maintenance', () => {
    const window = (from: number, to: number) => ({
      from: ago(from),
      to: ago(to),
      reason: 'Upgrade',
    });

    async function cancel(id: number | string) {
      return portal
        .send('delete', `/uptime/maintenance?id=${id}`)
        .set('Authorization', person);
    }

    it('stays without the name when its author is forgotten', async () => {
      await post('/uptime/maintenance', window(0, -10));
      await post('/people/forget', {
        entityRef: 'user:default/Ada',
        stop: false,
      });
      const { body } = await get('/uptime/maintenance');
      expect(body.windows).toEqual([
        expect.objectContaining({ reason: 'Upgrade', declaredBy: null }),
      ]);
    });

    it('is excluded when declared in advance, and audited', async () => {
      await portal.record([10 * DAY, 600], [300, 0]);
      portal.time.now = noon - 3_600_000;
      const declared = await post('/uptime/maintenance', window(600, 400));
      expectDocumented('/uptime/maintenance', 'post', declared);
      expect(declared.body).toMatchObject({
        declaredBy: 'user:default/ada',
        late: false,
        excluded: true,
        cancelledAt: null,
      });
      expect(portal.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'maintenance-declare' }),
      );
      portal.time.now = noon;
      const { body } = await get(`/uptime?from=${ago(HOUR)}`);
      expect(body.range).toMatchObject({
        maintenanceSeconds: 200,
        downSeconds: 100,
        accountableSeconds: HOUR - 200,
      });
    });

    it('is shown as late and not excluded when declared afterwards', async () => {
      await portal.record([10 * DAY, 600], [300, 0]);
      const late = await post('/uptime/maintenance', window(600, 300));
      expect(late.body).toMatchObject({ late: true, excluded: false });
      const list = await get('/uptime/maintenance');
      expectDocumented('/uptime/maintenance', 'get', list);
      expect(list.body.windows).toEqual([late.body]);
      const { body } = await get(`/uptime?from=${ago(HOUR)}`);
      expect(body.range).toMatchObject({
        maintenanceSeconds: 0,
        downSeconds: 300,
      });
    });

    it('ends when canceled, which is refused once it is over', async () => {
      portal.time.now = noon - 3_600_000;
      const { body } = await post('/uptime/maintenance', window(600, 0));
      portal.time.now = noon - 500_000;
      const cancelled = await cancel(body.id);
      expectDocumented('/uptime/maintenance', 'delete', cancelled);
      expect(cancelled.body).toMatchObject({
        cancelledAt: ago(500),
        excluded: true,
      });
      portal.time.now = noon;
      expect((await cancel(body.id)).status).toBe(409);
      expect((await cancel(body.id + 1)).status).toBe(404);
      const wrong = await cancel('all');
      expect(wrong.status).toBe(400);
      expect(wrong.body.error.message).toMatch(
        /'id' is 'all'; expected the 'id' of a maintenance window/,
      );
    });

    it.each([
      [window(0, 10), /field 'to' is .*; expected instants after 'from'/],
      [window(0, -40 * DAY), /field 'to' is .*, up to 31 days later/],
      [{ ...window(0, -10), reason: ' ' }, /field 'reason'/],
      [{ ...window(0, -10), from: 'now' }, /field 'from'/],
    ])('refuses %j', async (body, message) => {
      const answer = await post('/uptime/maintenance', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    });

    it('forgets its author', async () => {
      await post('/uptime/maintenance', window(0, -10));
      await new MaintenanceStore(portal.knex).forgetAuthor('user:default/ada');
      const { body } = await get('/uptime/maintenance');
      expect(body.windows).toMatchObject([{ declaredBy: null }]);
    });
  });

  it('tells restarts of under a minute from incidents', async () => {
    await portal.record(
      [3 * DAY, 2 * DAY],
      [2 * DAY - 30, DAY],
      [DAY - HOUR, 0],
    );
    const { body } = await get('/uptime/incidents');
    expect(
      body.incidents.map(({ kind, seconds }: any) => [kind, seconds]),
    ).toEqual([
      ['incident', 3_600],
      ['restart', 30],
    ]);
    const restarts = await get('/uptime/incidents?kind=restart&limit=1');
    expect(restarts.body).toMatchObject({
      incidents: [{ seconds: 30 }],
      nextCursor: null,
    });
    const report = await get('/uptime');
    expectDocumented('/uptime', 'get', report);
    expect(
      report.body.timeline.filter(({ kind }: any) => kind === 'restart'),
    ).toEqual([
      {
        from: ago(2 * DAY),
        to: ago(2 * DAY - 30),
        state: 'down',
        kind: 'restart',
      },
    ]);
    expect(report.body.range.downSeconds).toBe(3_630);
  });

  describe('GET /uptime/incidents', () => {
    beforeEach(async () => {
      await portal.record(
        [10 * DAY, 5 * HOUR],
        [4 * HOUR, 3 * HOUR],
        [3 * HOUR, 2 * HOUR, 'database'],
        [2 * HOUR, HOUR],
        [HOUR / 2, 0],
      );
    });

    it('reports times and causes, newest first', async () => {
      const answer = await get('/uptime/incidents');
      expectDocumented('/uptime/incidents', 'get', answer);
      expect(
        answer.body.incidents.map((each: any) => [
          each.from,
          each.seconds,
          each.cause,
          each.ongoing,
        ]),
      ).toEqual([
        [ago(HOUR), HOUR / 2, 'interruption', false],
        [ago(3 * HOUR), HOUR, 'database', false],
        [ago(5 * HOUR), HOUR, 'interruption', false],
      ]);
    });

    it('comes in pages', async () => {
      const first = await get('/uptime/incidents?limit=2');
      expect(first.body.incidents).toHaveLength(2);
      const { nextCursor } = first.body;
      expect(Buffer.from(nextCursor, 'base64url').toString()).not.toMatch(
        String(Date.parse(first.body.incidents[1].from)),
      );
      const second = await get(
        `/uptime/incidents?limit=2&cursor=${nextCursor}`,
      );
      expect(second.body.incidents.map((each: any) => each.from)).toEqual([
        ago(5 * HOUR),
      ]);
      expect(second.body.nextCursor).toBeNull();
    });

    it('reports an ongoing incident', async () => {
      portal.time.now = noon + 120_000;
      const { body } = await get('/uptime/incidents?limit=1');
      expect(body.incidents).toMatchObject([
        { from: ago(0), seconds: 120, ongoing: true, cause: 'crash' },
      ]);
    });

    it('carries notes, which are audited', async () => {
      const request = { at: ago(3 * HOUR - 60), note: ' Disk full ' };
      const note = await post('/uptime/incidents/notes', request);
      expectDocumented('/uptime/incidents/notes', 'post', note);
      expect(portal.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'uptime-note' }),
      );
      const { body } = await get('/uptime/incidents');
      expect(body.incidents.map((each: any) => each.notes)).toEqual([
        [],
        [
          {
            id: note.body.id,
            note: 'Disk full',
            writtenAt: ago(0),
            writtenBy: 'user:default/ada',
          },
        ],
        [],
      ]);
    });

    it('forgets the authors of notes', async () => {
      const request = { at: ago(3 * HOUR - 60), note: 'Disk full' };
      await post('/uptime/incidents/notes', request);
      const notes = new IncidentNoteStore(portal.knex);
      await notes.forgetAuthor('user:default/ada');
      const { body } = await get('/uptime/incidents');
      expect(body.incidents[1].notes).toMatchObject([{ writtenBy: null }]);
    });

    it('comes as a table', async () => {
      await post('/uptime/incidents/notes', {
        at: ago(3 * HOUR - 60),
        note: 'Disk full, and "RAID" too',
      });
      const { text, headers } = await get('/uptime/incidents?format=csv');
      expect(headers['content-type']).toMatch(/^text\/csv/);
      expect(text.split('\r\n')).toEqual([
        'from,to,seconds,ongoing,kind,cause,components,notes',
        `${ago(HOUR)},${ago(
          HOUR / 2,
        )},1800,false,incident,interruption,processes,`,
        `${ago(3 * HOUR)},${ago(
          2 * HOUR,
        )},3600,false,incident,database,processes,` +
          '"Disk full, and ""RAID"" too"',
        `${ago(5 * HOUR)},${ago(
          4 * HOUR,
        )},3600,false,incident,interruption,processes,`,
        '',
      ]);
    });

    it('accepts notes on incidents only', async () => {
      const request = { at: ago(60), note: 'All well' };
      const answer = await post('/uptime/incidents/notes', request);
      expect(answer.status).toBe(404);
      expectDocumented('/uptime/incidents/notes', 'post', answer);
    });

    it.each([
      ['limit=0', /'limit' is '0'.*1 to 200/],
      ['limit=many', /'limit' is 'many'/],
      ['cursor=x', /'cursor' is 'x'; expected the 'nextCursor'/],
    ])('refuses %s', async (query, message) => {
      const { status, body } = await get(`/uptime/incidents?${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });
  });

  describe('GET /health', () => {
    async function health(seconds: number) {
      portal.time.now = noon + 1_000 * seconds;
      return portal
        .send('get', '/health')
        .set('Authorization', mockCredentials.none.header());
    }

    it('needs no credentials and says only whether it is healthy', async () => {
      await portal.record([DAY, 0]);
      const fresh = await health(30);
      expect([fresh.status, fresh.body]).toEqual([200, { collecting: true }]);
      expectDocumented('/health', 'get', fresh);
      const stale = await health(45);
      expect([stale.status, stale.body]).toEqual([503, { collecting: false }]);
      expectDocumented('/health', 'get', stale);
    });

    it('is not healthy before the first heartbeat', async () => {
      const { status, body } = await health(100);
      expect([status, body]).toEqual([503, { collecting: false }]);
    });
  });
});

describe.each(testedDatabases())('uptime without permission, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startUptimePortal(engine, {
      config: { administrators: [] },
      result: AuthorizeResult.DENY,
    });
  });

  afterAll(() => portal.stop());

  it.each([
    ['get', '/uptime'],
    ['get', '/uptime/components'],
    ['get', '/uptime/incidents'],
    ['get', '/uptime/maintenance'],
    ['post', '/uptime/maintenance'],
    ['delete', '/uptime/maintenance'],
    ['post', '/uptime/incidents/notes'],
    ['post', '/uptime/checks'],
  ] as const)('refuses %s %s with the reason', async (method, path) => {
    const as = path === '/uptime/checks' ? service : person;
    const { status, body } = await portal
      .send(method, path)
      .set('Authorization', as);
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/adoption-metrics\.\w+\.\w+/);
  });
});
