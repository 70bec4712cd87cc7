import { randomUUID } from 'node:crypto';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { config, entities, registrar } from './__testUtils__/personas';
import {
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from './__testUtils__/portal';

describe.each(testedDatabases())('what is held about oneself, %p', engine => {
  type Portal = Awaited<ReturnType<typeof startPortal>>;
  let portal: Portal;

  beforeEach(async () => {
    portal = await startPortal(engine, { entities, config });
  });
  afterEach(() => portal.stop());

  it('shows people what is held about them and nothing of others', async () => {
    await portal.collect();
    await portal.visit('quill.harrow');
    await portal.visit('wyn.osgood');
    const data = await portal.me('quill.harrow');
    expect(data).toMatchObject({
      guest: false,
      optedOut: false,
      developer: { counted: true, since: expect.any(String) },
      teams: [
        { id: 'group:default/engines', name: 'engines' },
        { id: 'group:default/works', name: 'works' },
      ],
      batches: { held: 1, newestAt: expect.any(String) },
      openDays: { opened: [], failed: [] },
    });
    expect(data.activeDays).toEqual([data.firstDay]);
    expect(data.lastDay).toBe(data.firstDay);
    expect(data.pluginDays).toEqual([
      { day: data.firstDay, pluginId: 'catalog' },
    ]);
    expect(data.spans).toHaveLength(3);
    expect(data.breakdowns).toEqual([]);
    expect((await portal.me('nobody')).activeDays).toEqual([]);
  });

  it('shows that someone opened the plugin today, until they opt out', async () => {
    const name = 'quill.harrow';
    await portal
      .get('/definitions', user(name))
      .set('X-Adoption-Metrics-Foreground', 'true');
    // Nobody waits for it to be stored.
    const deadline = Date.now() + 5_000;
    let { openDays } = await portal.me(name);
    while (openDays.opened.length === 0 && Date.now() < deadline) {
      ({ openDays } = await portal.me(name));
    }
    expect(openDays).toEqual({ opened: [expect.any(String)], failed: [] });
    await portal.put('/me', user(name), { optedOut: true });
    expect((await portal.me(name)).openDays.opened).toEqual([]);
  });

  it('needs no permission to see and choose for oneself', async () => {
    const strict = await startPortal(engine, {
      entities,
      config,
      result: AuthorizeResult.DENY,
    });
    expect((await strict.get('/me', user('a'))).status).toBe(200);
    const choice = await strict.put('/me', user('a'), { optedOut: true });
    expect(choice.body).toMatchObject({ optedOut: true });
    await strict.stop();
  });

  it('lets people opt out and in, at once', async () => {
    await portal.collect();
    await portal.visit('quill.harrow');
    const out = await portal.put('/me', user('quill.harrow'), {
      optedOut: true,
    });
    expect(out.body).toMatchObject({
      optedOut: true,
      developer: { counted: false },
      activeDays: [expect.any(String)],
    });
    const before = await readAllTables(portal.knex);
    const batchId = randomUUID();
    expect((await portal.visit('quill.harrow', batchId)).body).toEqual({
      batchId,
      accepted: 0,
      rejected: 0,
      faults: [],
      optedOut: true,
    });
    expect(await readAllTables(portal.knex)).toEqual(before);

    await portal.collect();
    const counted = await portal.knex('developer_spans').whereNull('to_day');
    expect(counted).toHaveLength(2);
    const preview = await portal.get('/developers', registrar);
    expect(preview.body).toMatchObject({ developers: 3, optedOut: null });

    await portal.put('/me', user('quill.harrow'), { optedOut: false });
    expect((await portal.visit('quill.harrow', batchId)).body).toMatchObject({
      accepted: 1,
    });
    expect(await portal.me('quill.harrow')).toMatchObject({
      optedOut: false,
      batches: { held: 2 },
    });
  });

  it.each(['user:default/guest', 'user:development/guest'])(
    'holds nothing of %s, who has no choice either',
    async ref => {
      const guest = mockCredentials.user.header(ref);
      const { status, body } = await portal.get('/me', guest);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        guest: true,
        optedOut: false,
        activeDays: [],
      });
      const choice = await portal.put('/me', guest, { optedOut: true });
      expect(choice.status).toBe(403);
      expect(choice.body.error.message).toMatch(
        /sign in with a personal account/,
      );
      expect(await portal.knex('people')).toEqual([]);
    },
  );
});
