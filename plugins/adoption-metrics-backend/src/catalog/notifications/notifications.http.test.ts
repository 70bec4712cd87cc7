import { Entity } from '@backstage/catalog-model';
import {
  component,
  entity,
  notificationsTo,
  orphan,
  startPortal,
  testedDatabases,
} from '../../people/__testUtils__/portal';

jest.setTimeout(120_000);

const monday = Date.UTC(2026, 10, 23, 10);

const shop = component('shop', ['group:default/team'], orphan);
const team: Entity = {
  ...entity('Group', 'team'),
  relations: [{ type: 'hasMember', targetRef: 'user:default/kim' }],
};

describe.each(testedDatabases())('notifications to owners, %p', engine => {
  async function start(ownerNotifications: object) {
    const send = jest.fn();
    const portal = await startPortal(engine, {
      entities: [team, entity('User', 'kim'), shop],
      config: {
        app: { baseUrl: 'https://portal.acme.test/backstage' },
        adoptionMetrics: { catalog: { ownerNotifications } },
      } as never,
      clock: { now: () => monday },
      modules: [notificationsTo(send)],
    });
    return { portal, send };
  }

  it('reach owners when enabled', async () => {
    const { portal, send } = await start({ enabled: true });
    await portal.scheduler.triggerTask('catalog-scan');
    await portal.scheduler.triggerTask('owner-notifications');
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0][0]).toMatchObject({
      recipients: { type: 'entity', entityRef: ['group:default/team'] },
      payload: {
        title: 'Your only catalog entity is stale',
        description: expect.stringMatching(
          /^component:default\/shop: no location/,
        ),
        // Backstage puts the path of `app.baseUrl` before it.
        link: '/adoption/catalog',
      },
    });
    await portal.stop();
  });

  it('are off by default', async () => {
    const { portal } = await start({});
    const task = portal.scheduler.triggerTask('owner-notifications');
    await expect(task).rejects.toThrow(/not found|exist/i);
    await portal.stop();
  });
});
