import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { metricIds } from 'backstage-plugin-adoption-metrics-common';
import {
  OpenApiDocument,
  openApiDocument,
} from 'backstage-plugin-adoption-metrics-common/contract';
import request, { Response } from 'supertest';
import adoptionMetricsPlugin from '..';
import { expectDocumented } from '../__testUtils__/expectDocumented';

const BASE = '/api/adoption-metrics';

const entities = [
  user('ada'),
  user('ben'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'forgotten', uid: 'c1' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/unknown' }],
  },
];

function user(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, uid: `u-${name}` },
  };
}

async function start(
  options: { config?: JsonObject; result?: AuthorizeResult.DENY } = {},
) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      adoptionMetricsPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.permissions.factory({
        result: options.result ?? AuthorizeResult.ALLOW,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  return { server: backend.server, stop: () => backend.stop(), scheduler };
}

function interaction(change: object = {}) {
  return {
    type: 'interaction',
    at: new Date().toISOString(),
    action: 'navigate',
    pluginId: 'catalog',
    ...change,
  };
}

const adaHeader = mockCredentials.user.header('user:default/ada');

function post(server: Parameters<typeof request>[0], body: object) {
  return request(server)
    .post(`${BASE}/v1/events`)
    .set('Authorization', adaHeader)
    .send(body);
}

describe('adoption-metrics plugin', () => {
  let portal: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    const administrators = ['user:default/mock'];
    portal = await start({ config: { adoptionMetrics: { administrators } } });
    // A first reading of the organization counts once a second one agrees.
    await portal.scheduler.triggerTask('developers');
    await portal.scheduler.triggerTask('developers');
    await portal.scheduler.triggerTask('catalog-scan');
  });
  afterAll(() => portal.stop());

  const get = (path: string) => request(portal.server).get(`${BASE}${path}`);

  it('counts a person once, whoever the body says it is, and tells of fewer than 5 of today', async () => {
    const batch = {
      batchId: randomUUID(),
      events: [interaction({ userEntityRef: 'user:default/ben' })],
    };
    expect((await post(portal.server, batch)).body).toEqual({
      batchId: batch.batchId,
      accepted: 1,
      rejected: 0,
      faults: [],
    });
    await post(portal.server, { ...batch, batchId: randomUUID() });

    const { body } = await get('/v1/scorecard');
    expect(body.metrics[0]).toMatchObject({
      id: 'active-users',
      value: null,
      status: 'undecided',
      reason: 'window-incomplete',
      denominator: 2,
      today: { count: 0, additional: 0, value: null },
    });
    const { activeDays } = (await get('/v1/me').set('Authorization', adaHeader))
      .body;
    expect(activeDays).toHaveLength(1);
  });

  it('measures the catalog', async () => {
    const { body } = await get('/v1/metrics/stale-entities');
    expect(body.metric).toMatchObject({
      value: 1,
      status: 'missed',
      numerator: 1,
      denominator: 1,
    });
    const reasons = body.breakdowns.find((b: any) => b.id === 'reasons').rows;
    expect(reasons).toContainEqual(
      expect.objectContaining({ id: 'owner-missing', value: 1 }),
    );
  });

  it('shows which event of a batch is wrong and keeps its neighbors', async () => {
    const { status, body } = await post(portal.server, {
      batchId: randomUUID(),
      events: [interaction(), interaction({ pluginId: 'a b' }), interaction()],
    });
    expect(status).toBe(200);
    expect(body.accepted).toBe(2);
    expect(body.faults).toEqual([
      expect.objectContaining({ index: 1, field: 'pluginId' }),
    ]);
  });

  it.each([
    ['/v1/metrics/typo', /'id'.*active-users, page-load/],
    ['/v1/metrics/uptime/series?from=yesterday', /'from'.*YYYY-MM-DD/],
    ['/v1/metrics/uptime/series?granularity=hour', /'granularity'.*day, week/],
    ['/v1/metrics/uptime/series?format=xml', /'format'.*json, csv/],
  ])('refuses %s and says what is accepted', async (path, message) => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(message);
  });

  it('refuses a body that is no batch, and one that is too large', async () => {
    const bad = await post(portal.server, { batchId: 'x', events: [] });
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toMatch(/'batchId'/);
    const large = await post(portal.server, { batchId: 'x'.repeat(300_000) });
    expect(large.status).toBe(413);
  });

  it('refuses strangers, and services that report activity', async () => {
    const none = mockCredentials.none.header();
    for (const [path, operations] of Object.entries(openApiDocument.paths)) {
      for (const [method, { security }] of Object.entries(operations)) {
        const answer = await request(portal.server)
          [method as 'get' | 'put' | 'post' | 'delete'](
            `${BASE}/v1${path.replace('{id}', 'uptime')}`,
          )
          .set('Authorization', none);
        const expected = security ? 200 : 401;
        expect([method, path, answer.status]).toEqual([method, path, expected]);
      }
    }
    const service = await post(portal.server, {}).set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(service.status).toBe(403);
  });

  it('serves series as CSV', async () => {
    const { text, type } = await get('/v1/metrics/uptime/series?format=csv');
    expect(type).toBe('text/csv');
    expect(text.split('\r\n')[0]).toBe(
      'from,to,value,numerator,denominator,sampleCount,coverage,state,definitionVersion,partial',
    );
    expect(text.split('\r\n')).toHaveLength(92);
  });

  describe('answers as the OpenAPI document says', () => {
    let document: OpenApiDocument;
    beforeAll(async () => {
      document = (await get('/openapi.json')).body;
    });

    function assertDocumented(path: string, method: string, answer: Response) {
      const { responses } = document.paths[path][method];
      expect(Object.keys(responses)).toContain(String(answer.status));
      expectDocumented(path, method, answer);
    }

    it.each(
      Object.keys(openApiDocument.paths).filter(
        path => 'get' in openApiDocument.paths[path],
      ),
    )('GET %s', async path => {
      // There are metrics, and nothing else that has an id.
      const isOfMetric = path.startsWith('/metrics/');
      for (const id of isOfMetric ? metricIds : ['1']) {
        const answer = await get(`/v1${path.replace('{id}', id)}`);
        const isThere = isOfMetric || !path.includes('{id}');
        expect(answer.status).toBe(isThere ? 200 : 404);
        assertDocumented(path, 'get', answer);
      }
    });

    it('POST /events', async () => {
      const batch = { batchId: randomUUID(), events: [interaction(), {}] };
      const answer = await post(portal.server, batch);
      expect(answer.status).toBe(200);
      assertDocumented('/events', 'post', answer);
      assertDocumented('/events', 'post', await post(portal.server, {}));
    });
  });
});

describe('adoption-metrics plugin under other circumstances', () => {
  it('refuses people without permission', async () => {
    const { server, stop } = await start({ result: AuthorizeResult.DENY });
    for (const path of ['scorecard', 'definitions', 'diagnostics']) {
      const answer = await request(server).get(`${BASE}/v1/${path}`);
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(
        /adoption-metrics\.scorecard\.read/,
      );
    }
    const batch = { batchId: randomUUID(), events: [interaction()] };
    expect((await post(server, batch)).status).toBe(200);
    await stop();
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, /adoptionMetrics\.timeZone/],
    [{ targets: { uptime: 99.9 } }, /adoptionMetrics\.targets\.uptime/],
    [{ privacy: { secret: 'short' } }, /adoptionMetrics\.privacy\.secret/],
    [{ uptime: 'always' }, /adoptionMetrics\.uptime is a string; expected/],
    [[3], /adoptionMetrics is a list; expected groups of the keys/],
  ])('stops itself and not the portal on %j', async (config, message) => {
    const { server, stop } = await start({
      config: { adoptionMetrics: config } as JsonObject,
    });
    const answer = await request(server).get(`${BASE}/v1/scorecard`);
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toMatch(message);
    await stop();
  });
});
