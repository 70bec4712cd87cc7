import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  component,
  entity,
  startPortal,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';
import { DAY_MS } from '../../time';

jest.setTimeout(120_000);

const start = Date.UTC(2026, 10, 23, 12);
const path = '/catalog/verifications';
const [kim, ada] = [user('kim'), user('ada')];

const entities = [
  entity('User', 'kim'),
  entity('User', 'ada'),
  component('shop', ['user:default/kim']),
  component('vault', ['user:default/spy']),
];

const unverified = { enabled: true, after: '30d', kinds: ['Component'] };
const config = {
  adoptionMetrics: {
    catalog: { rules: { unverified, 'owner-unknown': { enabled: false } } },
    administrators: ['user:default/registrar'],
  },
};

describe.each(testedDatabases())('verifications over HTTP, %p', engine => {
  const time = { now: start };
  let portal: Awaited<ReturnType<typeof startPortal>>;

  async function stale(): Promise<string[]> {
    await portal.scheduler.triggerTask('catalog-scan');
    const { body } = await portal.get('/catalog/stale-entities', kim);
    return body.entities.map((each: { entityRef: string }) => each.entityRef);
  }

  function verify(as: string, entityRef: unknown, note?: string) {
    return portal.post(path, as, { entityRef, note } as object);
  }

  beforeEach(async () => {
    time.now = start;
    portal = await startPortal(engine, {
      entities,
      config,
      clock: { now: () => time.now },
      isHidden: (ref, who) => who !== 'user:default/spy' && /vault/.test(ref),
    });
  });
  afterEach(() => portal.stop());

  it('restarts the clock when an owner confirms', async () => {
    const shop = 'component:default/shop';
    expect(await stale()).toEqual([]);
    time.now += 30 * DAY_MS;
    expect(await stale()).toEqual([shop]);

    const response = await verify(kim, 'Component:default/Shop', 'reviewed');
    expect(response.status).toBe(200);
    expectDocumented(path, 'post', response);
    const verification = {
      entityRef: shop,
      verifiedAt: '2026-12-23T12:00:00.000Z',
      verifiedBy: 'user:default/kim',
      note: 'reviewed',
    };
    expect(response.body).toEqual(verification);
    expect(await stale()).toEqual([]);

    const listed = await portal.get(`${path}?entity=${shop}`, ada);
    expectDocumented(path, 'get', listed);
    expect(listed.body).toEqual({
      timeZone: 'UTC',
      enabled: true,
      mayVerify: false,
      verifications: [verification],
      nextCursor: null,
    });
    expect(
      (await portal.get(`${path}?entity=${shop}`, kim)).body,
    ).toMatchObject({ mayVerify: true });
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'entity-verify' }),
    );
    time.now += 30 * DAY_MS;
    expect(await stale()).toEqual([shop]);
  });

  it('lets only owners confirm', async () => {
    const refused = await verify(ada, 'component:default/shop');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/Only the owners of/);
    for (const name of ['vault', 'gone']) {
      const entityRef = `component:default/${name}`;
      const missing = await verify(ada, entityRef);
      expect(missing.status).toBe(404);
      expect(missing.body.error.message).toMatch(
        /was not found, or you do not have access/,
      );
    }
    expect((await portal.get(path, ada)).body.verifications).toEqual([]);
  });

  it('does not ask for confirmation of other kinds', async () => {
    const response = await verify(kim, 'user:default/kim');
    expect(response.status).toBe(409);
    expect(
      (await portal.get(`${path}?entity=user:default/kim`, kim)).body,
    ).toMatchObject({ enabled: false, mayVerify: false });
  });

  it('shows who confirmed what only to those who may read it', async () => {
    const vault = 'component:default/vault';
    expect((await verify(user('spy'), vault)).status).toBe(200);
    for (const query of ['', `?entity=${vault}`]) {
      const { body } = await portal.get(`${path}${query}`, ada);
      expect(body).toMatchObject({ mayVerify: false, verifications: [] });
    }
    const { body } = await portal.get(path, user('spy'));
    expect(body.verifications).toHaveLength(1);
  });

  it('pages through what the caller may read, the latest first', async () => {
    const shop = 'component:default/shop';
    for (const note of ['one', 'two', 'three']) {
      await verify(kim, shop, note);
      await verify(user('spy'), 'component:default/vault', note);
      time.now += 1_000;
    }
    // At the same moment as the next one.
    time.now -= 1_000;
    await verify(kim, shop, 'four');
    const pages: string[][] = [];
    let query = '?limit=2';
    while (query) {
      const { body } = await portal.get(`${path}${query}`, kim);
      pages.push(body.verifications.map((each: { note: string }) => each.note));
      query = body.nextCursor && `?limit=2&cursor=${body.nextCursor}`;
    }
    expect(pages.flat()).toEqual(['four', 'three', 'two', 'one']);
    expect(pages.slice(0, 2)).toEqual([
      ['four', 'three'],
      ['two', 'one'],
    ]);
  });

  it.each([
    ['limit=0', /^'limit' is '0'; expected whole numbers from 1 to 200/],
    ['cursor=x', /^'cursor' is 'x'; expected the 'nextCursor'/],
    ['entity=shop', /^'entity' is 'shop'; expected full entity refs/],
    ['page=2', /^'page' is unknown; expected entity, limit, cursor/],
  ])('refuses to list by %s', async (query, message) => {
    const { status, body } = await portal.get(`${path}?${query}`, kim);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('forgets who confirmed, but not the confirmation', async () => {
    await verify(kim, 'component:default/shop');
    await portal.post('/people/forget', user('registrar'), {
      entityRef: 'user:default/kim',
      stop: false,
    });
    const { body } = await portal.get(path, ada);
    expect(body.verifications).toMatchObject([{ verifiedBy: null }]);
  });

  it.each([
    ['shop', /^field 'entityRef' is 'shop'; expected full entity refs such as/],
    [7, /^field 'entityRef' is 7; expected full entity refs/],
  ])('refuses %p', async (entityRef, message) => {
    const response = await verify(kim, entityRef);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(message);
  });
});

it('rejects a confirmation while the rule is off', async () => {
  const [[engine]] = testedDatabases();
  const portal = await startPortal(engine, { entities });
  const entityRef = 'component:default/shop';
  const response = await portal.post(path, kim, { entityRef });
  expect(response.status).toBe(409);
  expect(response.body.error.message).toMatch(
    /enable .*unverified' for its kind first/,
  );
  expect((await portal.get(path, kim)).body).toMatchObject({
    enabled: false,
    mayVerify: false,
  });
  await portal.stop();
});
