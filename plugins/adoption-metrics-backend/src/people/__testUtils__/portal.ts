import { randomUUID } from 'node:crypto';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabaseId,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationService,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { MyData } from 'backstage-plugin-adoption-metrics-common';
import { MyDataSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import {
  adoptionMetricsClockServiceRef,
  Clock,
  systemClock,
} from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import request from 'supertest';
import adoptionMetricsPlugin from '../..';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { TestSqlite } from '../../database/__testUtils__/TestSqlite';

const databases = createTestDatabases();
const emptyDatabases = new TestSqlite(async () => {});

afterAll(() => emptyDatabases.removeAll());

type Asking = { credentials: { principal: { userEntityRef?: string } } };

export const testedDatabases = () => databases.eachSupportedId();

export function entity(
  kind: 'User' | 'Group',
  name: string,
  relations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, uid: `uid-of-${name}` },
    relations: Object.entries(relations).map(([type, target]) => ({
      type,
      targetRef: `group:default/${target}`,
    })),
  };
}

/** Annotations of an entity that its source no longer names. */
export const orphan = { 'backstage.io/orphan': 'true' };

export function component(
  name: string,
  owners: string[],
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, uid: `uid-of-${name}`, annotations },
    relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
  };
}

/** Backstage's notifications, which end in a function. */
export function notificationsTo(
  send: NotificationService['send'],
): BackendFeature {
  return createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({ send }),
  });
}

function recordingLogger(lines: string[]): RootLoggerService {
  const write = (...line: unknown[]) => {
    lines.push(line.map(part => inspectAll(part)).join(' '));
  };
  const logger: LoggerService = {
    error: write,
    warn: write,
    info: write,
    debug: write,
    child: meta => {
      write(meta);
      return logger;
    },
  };
  return logger;
}

function inspectAll(value: unknown): string {
  return value instanceof Error
    ? `${value.name} ${value.message} ${value.stack} ${JSON.stringify(value)}`
    : JSON.stringify(value) ?? '';
}

/** A catalog that serves services everything, and people what they may read. */
function catalogOf(options: {
  entities: Entity[];
  isHidden?: (entityRef: string, userEntityRef: string) => boolean;
}): CatalogService {
  const { entities, isHidden } = options;
  const catalog = catalogServiceMock({ entities });
  const everything = catalog.getEntitiesByRefs.bind(catalog);
  const one = catalog.getEntityByRef.bind(catalog);
  const isKept = (ref: string, given: unknown) => {
    const { userEntityRef } = (given as Asking).credentials.principal;
    return userEntityRef && isHidden?.(ref, userEntityRef);
  };
  catalog.getEntitiesByRefs = async (asked, given) => {
    const { items } = await everything(asked, given);
    return {
      items: items.map((item, index) =>
        isKept(asked.entityRefs[index], given) ? undefined : item,
      ),
    };
  };
  catalog.getEntityByRef = async (ref, given) =>
    isKept(String(ref), given) ? undefined : one(ref, given);
  return catalog;
}

/** The plugin has its tables already; others make theirs where none are. */
function databaseOf(knex: Knex) {
  return createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    async factory({ plugin }) {
      const isOurs = plugin.getId() === 'adoption-metrics';
      const own = isOurs ? knex : await emptyDatabases.create();
      return { getClient: async () => own };
    },
  });
}

/** A whole backend with the plugin, on a real database. */
export async function startPortal(
  engine: TestDatabaseId,
  options: {
    entities: Entity[];
    config?: JsonObject;
    result?: AuthorizeResult.DENY;
    clock?: Clock;
    /** What the catalog keeps from a person. */
    isHidden?: (entityRef: string, userEntityRef: string) => boolean;
    /** Beside the plugin. */
    modules?: BackendFeature[];
    /** A database that is there already. */
    knex?: Knex;
  },
) {
  const knex = options.knex ?? (await databases.create(engine));
  const scheduler = mockServices.scheduler();
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit);
  const lines: string[] = [];
  const backend = await startTestBackend({
    features: [
      adoptionMetricsPlugin,
      ...(options.modules ?? []),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalogOf(options),
      }),
      databaseOf(knex),
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.permissions.factory({
        result: options.result ?? AuthorizeResult.ALLOW,
      }),
      auditor.factory,
      createServiceFactory({
        service: adoptionMetricsClockServiceRef,
        deps: {},
        factory: () => options.clock ?? systemClock,
      }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => recordingLogger(lines),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const send =
    (method: 'get' | 'put' | 'post') =>
    (path: string, as: string, body?: object) =>
      request(backend.server)
        [method](`/api/adoption-metrics/v1${path}`)
        .set('Authorization', as)
        .send(body);
  const [get, put, post] = [send('get'), send('put'), send('post')];
  const visit = (name: string, batchId: string = randomUUID()) =>
    post('/events', user(name), {
      batchId,
      events: [
        {
          type: 'interaction',
          at: new Date().toISOString(),
          action: 'navigate',
          pluginId: 'catalog',
        },
      ],
    });
  const collect = async () => {
    await scheduler.triggerTask('developers');
    await scheduler.triggerTask('developers');
  };
  const me = async (name: string): Promise<MyData> => {
    const { status, body } = await get('/me', user(name));
    expect(status).toBe(200);
    return MyDataSchema.parse(body);
  };
  const { stop } = backend;
  return {
    knex,
    scheduler,
    auditor,
    audit,
    lines,
    server: backend.server,
    stop: () => stop.call(backend),
    get,
    put,
    post,
    visit,
    collect,
    me,
  };
}

export function user(name: string): string {
  return mockCredentials.user.header(`user:default/${name}`);
}

/** Every table of the plugin with all its rows. */
export async function readAllTables(
  knex: Knex,
): Promise<Record<string, Array<Record<string, unknown>>>> {
  const sqlite = String(knex.client.config.client).includes('sqlite');
  const names: string[] = sqlite
    ? await knex('sqlite_master').where({ type: 'table' }).pluck('name')
    : await knex('information_schema.tables')
        .where({ table_schema: 'public' })
        .pluck('table_name');
  const tables = names.map(async name => [name, await knex(name)] as const);
  return Object.fromEntries(await Promise.all(tables));
}
