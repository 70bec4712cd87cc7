import { Entity } from '@backstage/catalog-model';
import {
  component,
  entity,
  notificationsTo,
  orphan,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { DAY_MS } from '../time';

jest.setTimeout(120_000);

const monday = Date.UTC(2026, 10, 23, 10);

function groupOf(name: string, ...members: string[]): Entity {
  return {
    ...entity('Group', name),
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
  };
}

describe.each(testedDatabases())('owners and identity, %p', engine => {
  const ada = user('ada');
  const time = { now: monday };
  const send = jest.fn();
  let portal: Awaited<ReturnType<typeof startPortal>>;

  async function start(options: {
    entities: Entity[];
    catalog?: object;
    isHidden?: (ref: string, who: string) => boolean;
  }) {
    portal = await startPortal(engine, {
      entities: options.entities,
      isHidden: options.isHidden,
      config: {
        adoptionMetrics: {
          catalog: {
            ownerNotifications: { enabled: true },
            ...options.catalog,
          },
        },
      } as never,
      clock: { now: () => time.now },
      modules: [notificationsTo(send)],
    });
  }

  beforeEach(() => {
    time.now = monday;
    send.mockReset();
  });
  afterEach(() => portal.stop());

  const scan = () => portal.scheduler.triggerTask('catalog-scan');

  async function listOf(query = '', as = ada) {
    const { body } = await portal.get(`/catalog/stale-entities${query}`, as);
    return body.entities as Array<{
      entityRef: string;
      since: string;
      ownerRefs: string[];
      missingOwnerRefs: string[];
    }>;
  }

  async function namesOf(query: string) {
    const listed = await listOf(query);
    return listed.map(each => each.entityRef.replace(/^.*\//, ''));
  }

  async function owners(as = ada) {
    return (await portal.get('/catalog/owners', as)).body;
  }

  async function notified(): Promise<string[]> {
    await portal.scheduler.triggerTask('owner-notifications');
    return send.mock.calls.flatMap(([{ recipients }]) => recipients.entityRef);
  }

  const payments = 'group:default/payments';
  const platform = 'group:default/aaa-platform';
  const twoOwners = component('shop', [payments, platform], orphan);

  it('puts an entity on the list of both owners, and notifies both', async () => {
    await start({
      entities: [
        groupOf('payments', 'kim'),
        groupOf('aaa-platform', 'ada'),
        entity('User', 'kim'),
        entity('User', 'ada'),
        twoOwners,
        component('fine', [payments]),
      ],
    });
    await scan();
    for (const owner of [payments, platform]) {
      expect(await namesOf(`?owner=${owner}`)).toEqual(['shop']);
    }
    expect(await owners()).toMatchObject({
      total: 2,
      stale: 1,
      owners: [
        { ownerRef: payments, inCatalog: true, total: 2, stale: 1 },
        { ownerRef: platform, inCatalog: true, total: 1, stale: 1 },
      ],
      hidden: { owners: 0, stale: 0 },
      withoutOwner: 0,
    });
    expect((await notified()).sort()).toEqual([platform, payments]);
    const { body } = await portal.get('/metrics/stale-entities', ada);
    expect(body.metric).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('notifies the owner that exists, and names the one that does not', async () => {
    await start({
      entities: [
        groupOf('payments', 'kim'),
        entity('User', 'kim'),
        twoOwners,
        component('fine', [platform, payments]),
        component('secret', ['group:default/spies', payments]),
      ],
      isHidden: ref => /secret/.test(ref),
    });
    await scan();
    expect(await listOf()).toMatchObject([
      {
        entityRef: 'component:default/shop',
        ownerRefs: [platform, payments],
        missingOwnerRefs: [platform],
        reasons: [{ reason: 'orphan' }],
      },
    ]);
    expect(await notified()).toEqual([payments]);
    expect(await owners()).toMatchObject({
      owners: [
        { ownerRef: payments, inCatalog: true, total: 3, stale: 1 },
        { ownerRef: platform, inCatalog: false, total: 2, stale: 1 },
      ],
      hidden: { owners: 1, stale: 0 },
    });
  });

  it('counts what has no owner as that', async () => {
    await start({
      entities: [
        groupOf('payments', 'kim'),
        component('nobody', []),
        component('unknown', ['group:default/unknown']),
        component('left', ['group:default/left']),
        component('both', ['group:default/left', 'group:default/gone']),
      ],
    });
    await scan();
    expect(await owners()).toMatchObject({
      stale: 4,
      owners: [
        { ownerRef: 'group:default/left', inCatalog: false, stale: 2 },
        { ownerRef: 'group:default/gone', inCatalog: false, stale: 1 },
      ],
      withoutOwner: 2,
    });
    expect(await namesOf('?owner=none&order=entity')).toEqual([
      'nobody',
      'unknown',
    ]);
    expect(await namesOf('?reason=owner-unknown&order=entity')).toEqual([
      'both',
      'left',
    ]);
    expect(await notified()).toEqual([]);
  });

  it('does not take a group without members for notified', async () => {
    const empty = groupOf('payments');
    await start({ entities: [empty, entity('User', 'kim'), twoOwners] });
    await scan();
    expect(await notified()).toEqual([]);
    const { body } = await portal.get('/diagnostics', ada);
    expect(body.checks).toContainEqual(
      expect.objectContaining({
        id: 'owner-notifications',
        status: 'warning',
        detail: `Notifications of stale entities have no recipients at ${payments}.`,
      }),
    );
    empty.relations = groupOf('payments', 'kim').relations;
    expect(await notified()).toEqual([payments]);
  });

  it('knows entities again that get another uid', async () => {
    const after = { enabled: true, after: '180d' };
    const entities = ['a', 'b', 'c'].map(name =>
      component(name, [payments], name === 'a' ? orphan : {}),
    );
    await start({
      entities: [groupOf('payments', 'kim'), ...entities],
      catalog: { rules: { unchanged: after, unverified: after } },
    });
    for (let week = 0; week <= 30; week++) {
      await scan();
      time.now += 7 * DAY_MS;
    }
    const before = await listOf();
    expect(before).toHaveLength(3);
    expect(before[0]).toMatchObject({
      entityRef: 'component:default/a',
      since: '2026-11-23T10:00:00.000Z',
    });
    // Written in another way, as the catalog does not mind.
    entities.forEach(({ metadata }) => {
      metadata.uid = `new-${metadata.uid}`;
      metadata.name = metadata.name.toUpperCase();
      metadata.namespace = 'Default';
    });
    entities[1].kind = 'component';
    await scan();
    expect(await listOf()).toEqual(
      before.map(each =>
        each.entityRef.endsWith('/b') ? { ...each, kind: 'component' } : each,
      ),
    );
  });

  it('knows the owner of a new entity, and the old of a long ref', async () => {
    const name = '网'.repeat(300);
    const owner = `group:default/${'團'.repeat(300)}`;
    const long = component(name, [owner], orphan);
    const twin = component(`${name}2`, [owner], orphan);
    const group = {
      ...groupOf('x', 'kim'),
      metadata: { name: owner.slice(14) },
    };
    await start({ entities: [group, entity('User', 'kim'), long, twin] });
    await scan();
    time.now += DAY_MS;
    long.metadata.uid = 'new';
    await scan();
    const query = `?owner=${encodeURIComponent(owner)}&limit=1`;
    const first = await portal.get(`/catalog/stale-entities${query}`, ada);
    const { entities, nextCursor } = first.body;
    expect(entities).toMatchObject([
      { ownerRefs: [owner], since: '2026-11-23T10:00:00.000Z' },
    ]);
    expect(await listOf(`${query}&cursor=${nextCursor}`)).toHaveLength(1);
    time.now = monday + DAY_MS;
    expect(await notified()).toEqual([owner]);
  });
});
