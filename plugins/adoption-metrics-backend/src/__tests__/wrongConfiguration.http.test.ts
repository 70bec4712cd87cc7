import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { loadConfigSchema } from '@backstage/config-loader';
import { InputError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  adoptionMetricsAlertsExtensionPoint,
  adoptionMetricsHistoryExtensionPoint,
  adoptionMetricsProbesExtensionPoint,
  adoptionMetricsStalenessExtensionPoint,
} from 'backstage-plugin-adoption-metrics-node';
import express, { RequestHandler, Router } from 'express';
import request from 'supertest';
import adoptionMetricsPlugin from '..';
import { Mistake, mistakes } from '../__testUtils__/wrongConfiguration';
import { createAdoptionMetrics } from '../createAdoptionMetrics';
import { Services, serviceRefs } from '../parts';

jest.setTimeout(300_000);

const LONGEST_MESSAGE = 4_000;
const BASE = '/api/adoption-metrics/v1';
const reads = ['/scorecard', '/definitions', '/diagnostics', '/alerts'];

const mistakesByKey = Map.groupBy(mistakes(), ({ key }) => key);

/** The services that a backend gives the plugin, on SQLite. */
async function findServices() {
  let found: Services | undefined;
  const spy = createBackendPlugin({
    pluginId: 'adoption-metrics',
    register(env) {
      env.registerInit({
        deps: serviceRefs,
        async init(services) {
          found = services;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [spy, catalogServiceMock.factory({ entities: [] })],
  });
  return { services: found!, stop: () => backend.stop() };
}

async function build(services: Services, config: JsonObject) {
  const { router } = await createAdoptionMetrics(
    {
      ...services,
      config: new ConfigReader(config),
      events: mockServices.events.mock(),
      lifecycle: mockServices.lifecycle.mock(),
      logger: mockServices.logger.mock(),
      scheduler: mockServices.scheduler.mock(),
    },
    { sources: [], imports: [], probes: [], rules: [], channels: [] },
  );
  return router;
}

/** The statuses of some reads of a plugin that was built. */
async function statusesOf(router: RequestHandler): Promise<number[]> {
  const app = express().use('/', router).use(mockErrorHandler());
  const answers = await Promise.all(
    reads.map(path =>
      request(app)
        .get(`/v1${path}`)
        .set('Authorization', mockCredentials.user.header('user:default/ada')),
    ),
  );
  return answers.map(({ status }) => status);
}

/** How the plugin takes a mistake: `well`, or what is wrong with it. */
async function take(services: Services, { key, config }: Mistake) {
  try {
    const statuses = await statusesOf(await build(services, config));
    return statuses.every(status => status === 200) ? 'well' : statuses;
  } catch (error) {
    return isNamed(error as Error, key) ? 'well' : error;
  }
}

// Named is the key, one below it, or what is missing beside it.
function isNamed({ name, message }: Error, key: string): boolean {
  const mentions = message.includes(key.slice(0, key.lastIndexOf('.')));
  const helps = /; expected /.test(message) && name === InputError.name;
  const isShort = message.length < LONGEST_MESSAGE;
  return mentions && isShort && helps;
}

const compiled = loadConfigSchema({
  serialized: {
    schemas: ['adoption-metrics', 'adoption-metrics-backend'].map(plugin => {
      const path = resolve(__dirname, `../../../${plugin}/config.schema.json`);
      return { path, value: JSON.parse(readFileSync(path, 'utf8')) };
    }),
    backstageConfigSchemaVersion: 1,
  } as never,
});

describe('each mistake of the configuration', () => {
  let found: Awaited<ReturnType<typeof findServices>>;

  beforeAll(async () => {
    found = await findServices();
  });
  afterAll(() => found.stop());

  it.each([...mistakesByKey.keys()])(
    'is answered or named, under %s',
    async key => {
      for (const mistake of mistakesByKey.get(key)!) {
        const taken = await take(found.services, mistake);
        expect([mistake.value, taken]).toEqual([mistake.value, 'well']);
      }
      expect({}).not.toHaveProperty('polluted');
    },
  );

  // It checks the whole configuration against the schemas of the app.
  it.each([...mistakesByKey.keys()])(
    'does not keep the backend of the app from starting, under %s',
    async key => {
      const schema = await compiled;
      for (const { config, value } of mistakesByKey.get(key)!) {
        const check = () =>
          schema.process([{ context: JSON.stringify(value), data: config }], {
            visibility: ['frontend'],
          });
        expect(check).not.toThrow();
      }
    },
  );
});

const neighbor = createBackendPlugin({
  pluginId: 'neighbor',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.get('/', (_req, res) => {
          res.json({});
        });
        httpRouter.use(router);
      },
    });
  },
});

const extensionPoints = {
  alerts: adoptionMetricsAlertsExtensionPoint,
  history: adoptionMetricsHistoryExtensionPoint,
  probes: adoptionMetricsProbesExtensionPoint,
  staleness: adoptionMetricsStalenessExtensionPoint,
};

type Added = {
  [Name in keyof typeof extensionPoints]: (typeof extensionPoints)[Name]['T'];
};

function moduleThat(add: (to: Added) => void) {
  return createBackendModule({
    pluginId: 'adoption-metrics',
    moduleId: 'careless',
    register(env) {
      env.registerInit({
        deps: extensionPoints,
        async init(to) {
          add(to);
        },
      });
    },
  });
}

const probe = { name: 'index', check: async () => ({ state: 'up' as const }) };
const channel = { name: 'mail', send: async () => {} };
const rule = {
  reason: 'old',
  definition: 'it is old',
  evaluate: () => undefined,
};
const source = { id: 'past' } as never;

const twice = (add: (to: Added) => void) => (to: Added) => {
  add(to);
  add(to);
};

const nothing = () => {};

describe('a backend with another plugin in it', () => {
  it.each<[string, JsonObject, (to: Added) => void, RegExp]>([
    [
      'true',
      { adoptionMetrics: true },
      nothing,
      /adoptionMetrics is a boolean/,
    ],
    ['a list', { adoptionMetrics: [] }, nothing, /adoptionMetrics is a list/],
    ['empty', { adoptionMetrics: '' }, nothing, /adoptionMetrics is ''/],
    [
      'a number for a group',
      { adoptionMetrics: { uptime: 3 } },
      nothing,
      /adoptionMetrics\.uptime is a number/,
    ],
    [
      'nonsense for a duration',
      { adoptionMetrics: { uptime: { heartbeat: { days: 'x' } } } },
      nothing,
      /adoptionMetrics\.uptime\.heartbeat is /,
    ],
    ['no app', { app: 'portal' }, nothing, /app\.baseUrl cannot be read/],
    [
      'no address',
      { app: { baseUrl: '//' } },
      nothing,
      /app\.baseUrl is '\/\/'; expected/,
    ],
    [
      'broken integrations',
      { integrations: { github: { host: 'a' } } },
      nothing,
      /integrations\.github/,
    ],
    [
      'a broken integration',
      { integrations: { gitlab: [{ host: 3 }] } },
      nothing,
      /integrations\.gitlab\[0\]\.host/,
    ],
    [
      'a probe twice',
      {},
      twice(({ probes }) => probes.addProbe(probe)),
      /probe name 'index'.*unique/,
    ],
    [
      'a channel twice',
      {},
      twice(({ alerts }) => alerts.addChannel(channel)),
      /alert channel named 'mail' already/,
    ],
    [
      'a rule twice',
      {},
      twice(({ staleness }) => staleness.addRule(rule)),
      /staleness rule 'old' already/,
    ],
    [
      'a history twice',
      {},
      twice(({ history }) => history.setSource(source)),
      /history source is already set \('past'\)/,
    ],
    [
      'nothing where a probe belongs',
      {},
      ({ probes }) => probes.addProbe(undefined as never),
      /undefined/,
    ],
    [
      'nothing where a channel belongs',
      {},
      ({ alerts }) => alerts.addChannel(undefined as never),
      /undefined/,
    ],
  ])('starts with %s', async (_title, config, add, message) => {
    const backend = await startTestBackend({
      features: [
        adoptionMetricsPlugin,
        neighbor,
        moduleThat(add),
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({ data: config }),
      ],
    });
    const answer = await request(backend.server).get(`${BASE}/scorecard`);
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toMatch(message);
    const other = await request(backend.server).get('/api/neighbor/');
    expect(other.status).toBe(200);
    const health = await request(backend.server)
      .get(`${BASE}/health`)
      .set('Authorization', mockCredentials.none.header());
    expect([health.status, health.body]).toEqual([503, { collecting: false }]);
    await backend.stop();
  });
});
