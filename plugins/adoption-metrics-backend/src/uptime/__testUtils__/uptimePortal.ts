import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabaseId,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { adoptionMetricsClockServiceRef } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import request from 'supertest';
import adoptionMetricsPlugin from '../..';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { HeartbeatStore } from '../HeartbeatStore';
import { HeartbeatState } from '../heartbeat';

const databases = createTestDatabases();

export const testedDatabases = () => databases.eachSupportedId();

/** When the tests take place. */
export const noon = Date.UTC(2026, 10, 23, 12);

export const person = mockCredentials.user.header('user:default/ada');
export const service = mockCredentials.service.header();

/** The plugin in a backend of its own, with a past and a clock to set. */
export async function startUptimePortal(
  engine: TestDatabaseId,
  options: {
    config?: JsonObject;
    result?: AuthorizeResult.DENY;
    entities?: Entity[];
  } = {},
) {
  const knex = await databases.create(engine);
  const time = { now: noon };
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit);
  const scheduler = mockServices.scheduler();
  const administrators = ['user:default/ada'];
  const backend = await startTestBackend({
    features: [
      adoptionMetricsPlugin,
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { adoptionMetrics: { administrators, ...options.config } },
      }),
      mockServices.permissions.factory({
        result: options.result ?? AuthorizeResult.ALLOW,
      }),
      auditor.factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: adoptionMetricsClockServiceRef,
        deps: {},
        factory: () => ({ now: () => time.now }),
      }),
    ],
  });
  // What this very process beats would be in the way of the recorded past.
  await knex('heartbeats').delete();
  await knex('settings').where({ key: 'installed_at' }).update({ value: '0' });
  return {
    time,
    knex,
    auditor,
    audit,
    stop: () => backend.stop(),
    send: (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
      request(backend.server)[method](`/api/adoption-metrics/v1${path}`),
    record: (...beats: RecordedBeats[]) => recordBeats(knex, beats),
  };
}

/** From and to in seconds before noon, and what the process said. */
type RecordedBeats = [from: number, to: number, state?: HeartbeatState];

async function recordBeats(knex: Knex, beats: RecordedBeats[]): Promise<void> {
  const store = new HeartbeatStore(knex);
  for (const [seq, [from, to, state = 'up']] of beats.entries()) {
    await store.save({
      instanceId: 'recorded',
      seq,
      state,
      startedAt: noon - 1_000 * from,
      lastBeatAt: noon - 1_000 * to,
      period: 15_000,
    });
  }
}
