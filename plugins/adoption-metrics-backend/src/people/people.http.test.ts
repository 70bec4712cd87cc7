import { mockCredentials } from '@backstage/backend-test-utils';
import { DeveloperPreviewSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { config, entities, quill, registrar } from './__testUtils__/personas';
import {
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from './__testUtils__/portal';

describe.each(testedDatabases())('managing people, %p', engine => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal(engine, { entities, config });
  });
  afterEach(() => portal.stop());

  async function idOf(name: string) {
    const pseudonyms = await portal.knex('person_days').pluck('person_id');
    const before = new Set(pseudonyms);
    await portal.visit(name);
    const after = await portal.knex('person_days').pluck('person_id');
    return after.find(id => !before.has(id))!;
  }

  it('forgets a person, everywhere', async () => {
    await portal.collect();
    const id = await idOf('quill.harrow');
    await portal.visit('wyn.osgood');
    const answer = await portal.post('/people/forget', registrar, {
      entityRef: 'User:default/Quill.Harrow',
      stop: true,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      forgotten: true,
      activeDays: 1,
      stopped: true,
    });
    const tables = Object.entries(await readAllTables(portal.knex));
    const left = tables.filter(([name, rows]) =>
      rows.some(row => (name === 'people' ? row.id : row.person_id) === id),
    );
    expect(left).toEqual([]);
    expect((await portal.visit('quill.harrow')).body).toMatchObject({
      accepted: 0,
      optedOut: true,
    });
    expect((await portal.me('wyn.osgood')).activeDays).toHaveLength(1);
    expect((await portal.me('quill.harrow')).activeDays).toEqual([]);
  });

  it('merges people, and answers alike when asked again', async () => {
    await portal.visit('quill.harrow');
    await portal.visit('quill');
    const request = {
      merges: [
        { from: quill, into: 'user:default/quill' },
        { from: 'user:default/unknown', into: 'user:default/quill' },
      ],
    };
    for (let time = 0; time < 2; time++) {
      const answer = await portal.post('/people/merge', registrar, request);
      expect(answer.body).toEqual({ merged: 1, unknown: [1] });
    }
    const data = await portal.me('quill');
    expect(data.activeDays).toHaveLength(1);
    expect(data.batches.held).toBe(2);
    const asBefore = await portal.me('quill.harrow');
    expect({ ...asBefore, computedAt: '' }).toEqual({
      ...data,
      computedAt: '',
    });
  });

  it('audits what was done, and never to whom by name', async () => {
    await portal.visit('quill.harrow');
    await portal.post('/people/forget', registrar, {
      entityRef: quill,
      stop: false,
    });
    await portal.post('/people/merge', registrar, {
      merges: [{ from: quill, into: 'user:default/quill' }],
    });
    const { createEvent } = portal.auditor;
    expect(createEvent.mock.calls.map(([event]) => event)).toEqual([
      expect.objectContaining({
        eventId: 'people-forget',
        severityLevel: 'high',
        meta: { stop: false },
      }),
      expect.objectContaining({ eventId: 'people-merge' }),
    ]);
    expect(portal.audit.success.mock.calls).toEqual([
      [{ meta: { outcome: expect.objectContaining({ activeDays: 1 }) } }],
      [{ meta: { outcome: { merged: 0, unknown: [0] } } }],
    ]);
    const metas = createEvent.mock.calls.map(([{ meta }]) => meta);
    expect(JSON.stringify(metas)).not.toMatch(/quill/i);
  });

  it('audits what failed', async () => {
    await portal.knex.schema.dropTable('person_days');
    await portal.visit('quill.harrow');
    const answer = await portal.post('/people/forget', registrar, {
      entityRef: quill,
      stop: true,
    });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(portal.audit.success).not.toHaveBeenCalled();
    expect(portal.audit.fail).toHaveBeenCalledTimes(1);
  });

  it.each<[string, 'get' | 'post', object | undefined]>([
    ['/people/forget', 'post', { entityRef: quill, stop: true }],
    ['/people/merge', 'post', { merges: [{ from: quill, into: quill }] }],
    ['/developers?names=true', 'get', undefined],
  ])(
    'refuses %s to the unprivileged and says why',
    async (path, method, body) => {
      const answer = await portal[method](path, user('wyn.osgood'), body);
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(
        /adoption-metrics\.people\.manage.*adoptionMetrics\.administrators/,
      );
      expect(portal.auditor.createEvent).not.toHaveBeenCalled();
      const none = await portal[method](
        path,
        mockCredentials.none.header(),
        body,
      );
      expect(none.status).toBe(401);
    },
  );

  it.each<[string, 'put' | 'post', object, RegExp]>([
    ['/me', 'put', {}, /'optedOut' is missing; expected true or false$/],
    ['/me', 'put', { optedOut: 'yes' }, /'optedOut'/],
    [
      '/people/forget',
      'post',
      { stop: true },
      /'entityRef'.*user:default\/ada/,
    ],
    ['/people/forget', 'post', { entityRef: quill }, /'stop'/],
    [
      '/people/forget',
      'post',
      { entityRef: 'group:default/engines', stop: true },
      /'entityRef'.*full refs of users/,
    ],
    ['/people/merge', 'post', { merges: [] }, /'merges'.*1 to 1000/],
  ])(
    'refuses a wrong body of %s (%s %j)',
    async (path, method, body, message) => {
      const answer = await portal[method](path, registrar, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(message);
    },
  );

  it('previews developers in numbers, and by name for the privileged', async () => {
    const refused = await portal.get('/developers?names=maybe', registrar);
    expect(refused.status).toBe(400);
    await portal.collect();
    await portal.put('/me', user('zoltan.kovacs'), { optedOut: true });
    const { body } = await portal.get('/developers', user('wyn.osgood'));
    expect(DeveloperPreviewSchema.parse(body)).toMatchObject({
      users: 4,
      developers: 3,
      optedOut: null,
      headCount: null,
      exclusions: [
        { reason: 'guest', users: 0 },
        { reason: 'filter', users: 0 },
        { reason: 'configured', users: 0 },
        { reason: 'excluded-team', users: 1 },
      ],
      teams: [
        { id: 'group:default/contractors', developers: 0, parentId: null },
        { id: 'group:default/engines', developers: 1 },
        { id: 'group:default/works', developers: 2 },
      ],
      withoutTeam: 1,
      guard: { held: false, rekeyed: false, joined: 3, departed: 0 },
    });
    expect(JSON.stringify(body)).not.toMatch(/quill|hired/);
    const named = await portal.get('/developers?names=true', registrar);
    expect(named.body.people).toEqual([
      quill,
      'user:default/wyn.osgood',
      'user:default/zoltan.kovacs',
    ]);
    expect(named.body.exclusions[3].people).toEqual([
      'user:default/hired.hand',
    ]);
  });

  it('writes developers as a table, and by name for the privileged', async () => {
    const plain = await portal.get(
      '/developers?format=csv',
      user('wyn.osgood'),
    );
    expect(plain.headers['content-type']).toMatch(/^text\/csv/);
    expect(plain.text.split('\r\n')).toEqual([
      'status,id,name,parentId,users',
      'counted,,,,3',
      'opted-out,,,,fewer than 5',
      'guest,,,,0',
      'filter,,,,0',
      'configured,,,,0',
      'excluded-team,,,,1',
      'team,group:default/contractors,contractors,,0',
      'team,group:default/engines,engines,group:default/works,1',
      'team,group:default/works,works,,2',
      'without-team,,,,1',
      '',
    ]);
    const named = await portal.get(
      '/developers?format=csv&names=true',
      registrar,
    );
    expect(named.text).toMatch(
      /^[^\n]*\n(counted,user:[^\n]*,1\r\n){3}opted-out,,,,fewer than 5\r\nexcluded-team,user:default\/hired\.hand,,,1\r\nteam,/,
    );
  });

  it('knows its first developers without waiting for long', async () => {
    const guard = async () =>
      (await portal.get('/developers', registrar)).body.guard;
    await portal.scheduler.triggerTask('first-developers');
    expect(await guard()).toBeNull();
    await portal.scheduler.triggerTask('first-developers');
    expect(await guard()).toMatchObject({ held: false, joined: 3 });
    await portal.knex('developer_spans').delete();
    await portal.scheduler.triggerTask('first-developers');
    expect(await portal.knex('developer_spans')).toEqual([]);
  });
});
