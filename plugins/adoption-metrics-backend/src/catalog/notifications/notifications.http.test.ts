import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  entity,
  startPortal,
  testedDatabases,
} from '../../people/__testUtils__/portal';

jest.setTimeout(120_000);

const monday = Date.UTC(2026, 10, 23, 10);

const orphan: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    uid: 'uid-of-shop',
    annotations: { 'backstage.io/orphan': 'true' },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
};

const team: Entity = {
  ...entity('Group', 'team'),
  relations: [{ type: 'hasMember', targetRef: 'user:default/kim' }],
};

describe.each(testedDatabases())('notifications to owners, %p', engine => {
  async function start(ownerNotifications: object) {
    const send = jest.fn();
    const portal = await startPortal(engine, {
      entities: [team, entity('User', 'kim'), orphan],
      config: {
        app: { baseUrl: 'https://portal.acme.test/backstage' },
        adoptionMetrics: { catalog: { ownerNotifications } },
      } as never,
      clock: { now: () => monday },
      modules: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
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
