import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  adoptionMetricsProbesExtensionPoint,
  Probe,
} from 'backstage-plugin-adoption-metrics-node';
import request from 'supertest';
import adoptionMetricsPlugin from '../..';

const BASE = '/api/adoption-metrics/v1';

function moduleWith(...probes: Probe[]) {
  return createBackendModule({
    pluginId: 'adoption-metrics',
    moduleId: 'test-probes',
    register(env) {
      env.registerInit({
        deps: { extension: adoptionMetricsProbesExtensionPoint },
        async init({ extension }) {
          probes.forEach(each => extension.addProbe(each));
        },
      });
    },
  });
}

async function start(config: JsonObject, ...probes: Probe[]) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      adoptionMetricsPlugin,
      moduleWith(...probes),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: config }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  return {
    run: () => scheduler.triggerTask('probes'),
    get: (path: string) => request(backend.server).get(`${BASE}${path}`),
    stop: () => backend.stop(),
  };
}

const searchIndex: Probe = {
  name: 'search-index',
  check: async () => ({ state: 'down', detail: 'the index is empty' }),
};

describe('probes', () => {
  let site: Server;
  let baseUrl: string;
  let status = 200;

  beforeAll(async () => {
    site = createServer((_req, res) => res.writeHead(status).end());
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    baseUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    site.close();
  });

  it("check the portal's own address and what modules add", async () => {
    const portal = await start({ app: { baseUrl } }, searchIndex);
    await portal.run();
    const { body } = await portal.get('/uptime/components');
    expect(body.components).toMatchObject([
      { name: 'processes' },
      { name: 'portal', source: 'probe', counts: true, state: 'up' },
      {
        name: 'search-index',
        source: 'probe',
        counts: false,
        state: 'advisory',
        lastFailure: 'the index is empty',
      },
    ]);
    await portal.stop();
  });

  it('end the note that the portal is seen from inside only', async () => {
    status = 503;
    const portal = await start({ app: { baseUrl } });
    const notes = async () => {
      const { body } = await portal.get('/metrics/uptime');
      return body.metric.notes;
    };
    await portal.run();
    expect(await notes()).toEqual([
      expect.stringMatching(/^Based on heartbeats only/),
    ]);
    status = 200;
    await portal.run();
    expect(await notes()).toEqual([]);
    await portal.stop();
  });

  it.each([
    ['a name that is taken', { ...searchIndex, name: 'portal' }],
    ['the name of the processes', { ...searchIndex, name: 'processes' }],
    ['a name that is none', { ...searchIndex, name: 'the index' }],
  ])('do not have %s', async (_title, probe) => {
    const portal = await start({ app: { baseUrl } }, probe);
    const { status: answered, body } = await portal.get('/uptime');
    expect(answered).toBe(503);
    expect(body.error.message).toMatch(
      new RegExp(`Invalid probe name '${probe.name}'; expected unique names`),
    );
    await portal.stop();
  });

  it('cannot be added twice, which does not stop the portal', async () => {
    const portal = await start({}, searchIndex, searchIndex);
    const { status: answered, body } = await portal.get('/uptime');
    expect(answered).toBe(503);
    expect(body.error.message).toMatch(
      /Invalid probe name 'search-index'; expected unique names/,
    );
    await portal.stop();
  });
});
