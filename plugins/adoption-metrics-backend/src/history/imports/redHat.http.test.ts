import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import adoptionInsightsPlugin from '@red-hat-developer-hub/backstage-plugin-adoption-insights-backend';
import { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import request from 'supertest';
import adoptionMetricsPlugin from '../..';
import { entity } from '../../people/__testUtils__/portal';

jest.setTimeout(180_000);

const DAY = 86_400_000;
const ada = mockCredentials.user.header('user:default/ada');
const POSTGRES =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;

/** Where a portal keeps its databases. */
interface Databases {
  config: JsonObject;
  /** The database of the peer. */
  peer: Knex.Config;
  remove(): Promise<void>;
}

function onSqlite(): Databases {
  const directory = mkdtempSync(join(tmpdir(), 'red-hat-'));
  return {
    config: { client: 'better-sqlite3', connection: { directory } },
    peer: {
      client: 'better-sqlite3',
      useNullAsDefault: true,
      connection: { filename: join(directory, 'adoption-insights.sqlite') },
    },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** @param division - whether each plugin has a database or a schema */
function onPostgres(division: 'database' | 'schema'): Databases {
  const { hostname: host, port, username, password } = new URL(POSTGRES!);
  const server = { host, port: Number(port), user: username, password };
  const prefix = `peer_${randomBytes(4).toString('hex')}_`;
  const isSchema = division === 'schema';
  const shared = `${prefix}all`;
  const admin = () => knexFactory({ client: 'pg', connection: POSTGRES! });
  return {
    config: {
      client: 'pg',
      prefix,
      pluginDivisionMode: division,
      connection: isSchema ? { ...server, database: shared } : server,
    },
    peer: {
      client: 'pg',
      connection: {
        ...server,
        database: isSchema ? shared : `${prefix}adoption-insights`,
      },
      searchPath: isSchema ? ['adoption-insights'] : undefined,
    },
    async remove() {
      const knex = admin();
      const { rows } = await knex.raw(
        'select datname from pg_database where datname like ?',
        [`${prefix}%`],
      );
      for (const { datname } of rows) {
        await knex.raw('drop database ?? with (force)', [datname]);
      }
      await knex.destroy();
    },
  };
}

const places: Array<[string, () => Databases]> = [
  ['SQLite', onSqlite],
  ...(POSTGRES
    ? ([
        ['PostgreSQL by database', () => onPostgres('database')],
        ['PostgreSQL by schema', () => onPostgres('schema')],
      ] as Array<[string, () => Databases]>)
    : []),
];

function eventOf(person: string, at: number, pluginId = 'catalog') {
  return {
    action: 'navigate',
    subject: 'a page',
    attributes: { to: '/catalog' },
    context: {
      userName: person,
      userId: person,
      pluginId,
      extensionId: 'page',
      routeRef: 'page',
      timestamp: new Date(at).toISOString(),
    },
  };
}

describe.each(places)('the history of Red Hat, %s', (_name, create) => {
  let databases: Databases;

  beforeEach(async () => {
    databases = create();
    if (databases.config.pluginDivisionMode === 'schema') {
      const admin = knexFactory({ client: 'pg', connection: POSTGRES! });
      const { database } = databases.peer.connection as { database: string };
      await admin.raw('create database ??', [database]);
      await admin.destroy();
    }
  });

  afterEach(() => databases.remove());

  it('comes from the tables that its own plugin has filled', async () => {
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        adoptionInsightsPlugin,
        adoptionMetricsPlugin,
        databaseServiceFactory,
        catalogServiceMock.factory({
          entities: ['ada', 'grace'].map(name => entity('User', name)),
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            app: {
              baseUrl: 'http://localhost:3000',
              analytics: {
                adoptionInsights: { maxBufferSize: 100, flushInterval: 10 },
              },
            },
            backend: {
              baseUrl: 'http://localhost:7007',
              database: databases.config,
            },
            adoptionMetrics: {
              administrators: ['user:default/ada'],
              uptime: { probes: { portal: { enabled: false } } },
            },
          },
        }),
      ],
    });
    const peer = knexFactory(databases.peer);
    if (databases.peer.client === 'pg') {
      // It has made a partition for this month, as it did in those before.
      await peer.raw('create table events_before partition of events default');
    }
    const noon = Math.floor(Date.now() / DAY) * DAY + DAY / 2;
    const events = [40, 40, 20, 1, 0].flatMap(days => [
      eventOf('user:default/ada', noon - days * DAY),
      eventOf('user:default/grace', noon - days * DAY, 'techdocs'),
      eventOf('user:default/gone', noon - days * DAY),
      eventOf('user:default/guest', noon - days * DAY),
    ]);
    const sent = await request(backend.server)
      .post('/api/adoption-insights/events')
      .set('Authorization', ada)
      .send(events);
    expect(sent.status).toBe(200);
    for (let tries = 0; tries < 300; tries++) {
      const [{ n }] = await peer('events').count({ n: '*' });
      if (Number(n) === events.length) {
        break;
      }
      await delay(50);
    }

    const post = (path: string, body: object) =>
      request(backend.server)
        .post(`/api/adoption-metrics/v1/history/imports${path}`)
        .set('Authorization', ada)
        .send(body);
    const source = 'red-hat-adoption-insights';
    const { body: prepared } = await post('', { source });
    expect(prepared).toMatchObject({
      label: 'Red Hat Adoption Insights',
      days: 40,
      firstDay: new Date(noon - 40 * DAY).toISOString().slice(0, 10),
      people: { developers: 2, otherUsers: 0, unknown: 1 },
      interactions: 12,
      skipped: [
        { reason: 'not-over', unit: 'days', count: 1 },
        { reason: 'guest', unit: 'people', count: 1 },
      ],
    });
    expect(prepared.perDay.at(0)).toMatchObject({ people: 3, interactions: 6 });

    await scheduler.triggerTask('developers');
    await scheduler.triggerTask('developers');
    expect((await post('/start', { id: prepared.id })).status).toBe(200);
    await scheduler.triggerTask('history-import');
    await scheduler.triggerTask('daily-rollup');
    const { body: scorecard } = await request(backend.server)
      .get('/api/adoption-metrics/v1/scorecard')
      .set('Authorization', ada);
    expect(scorecard.metrics[0]).toMatchObject({
      id: 'active-users',
      numerator: 2,
      denominator: 2,
    });
    const { body: again } = await post('', { source });
    expect(again.days).toBe(0);
    const [{ n: left }] = await peer('events').count({ n: '*' });
    expect(Number(left)).toBe(events.length);
    await peer.destroy();
    await backend.stop();
  });
});
