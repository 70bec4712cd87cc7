import { once } from 'node:events';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { JsonObject } from '@backstage/types';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import {
  entity,
  startPortal,
  testedDatabases,
} from '../people/__testUtils__/portal';
import { AlertStore } from './AlertStore';

jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 23, 12);

/** Collects what is posted to it. */
async function startReceiver() {
  const posted: Array<Record<string, unknown>> = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    posted.push(JSON.parse(body));
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, posted, url: `http://127.0.0.1:${port}/hook` };
}

describe.each(testedDatabases())('delivery over HTTP, %p', engine => {
  /** A portal whose notifications are collected. */
  async function start(options: {
    config: JsonObject;
    entities: Entity[];
    time?: { now: number };
  }) {
    const { config, entities, time = { now: noon } } = options;
    const notified: NotificationSendOptions[] = [];
    const portal = await startPortal(engine, {
      entities,
      config,
      clock: { now: () => time.now },
      modules: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send: async sent => void notified.push(sent) }),
        }),
      ],
    });
    const add = (rule: Alert['rule'], channels: string[]) =>
      new AlertStore(portal.knex).add(
        {
          rule,
          subject: '1',
          state: 'at-risk',
          severity: 'high',
          title: 'Adoption',
          text: 'Needs acceleration.',
        },
        { at: time.now, channels, follows: undefined },
      );
    return { ...portal, notified, add };
  }

  it('links to a portal under a sub-path', async () => {
    const { server, posted, url } = await startReceiver();
    const portal = await start({
      entities: [entity('User', 'ada')],
      config: {
        app: { baseUrl: 'https://portal.acme.test/backstage' },
        adoptionMetrics: {
          uptime: { probes: { portal: { enabled: false } } },
          alerts: { recipients: ['user:default/ada'], webhook: { url } },
        },
      },
    });
    await portal.add('digest', ['notifications', 'webhook']);
    await portal.add('deadline', ['notifications', 'webhook']);
    await portal.scheduler.triggerTask('alerts');

    // Backstage leads these to /backstage/adoption.
    expect(portal.notified.map(({ payload }) => payload.link)).toEqual([
      '/adoption/digest',
      '/adoption',
    ]);
    expect(posted.map(({ link }) => link)).toEqual([
      'https://portal.acme.test/backstage/adoption/digest',
      'https://portal.acme.test/backstage/adoption',
    ]);
    await portal.stop();
    server.close();
  });
});
