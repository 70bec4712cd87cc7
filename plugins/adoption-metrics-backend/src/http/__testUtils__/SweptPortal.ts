import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  contract,
  methodAndPath,
  RouteKey,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { adoptionMetricsClockServiceRef } from 'backstage-plugin-adoption-metrics-node';
import request from 'supertest';
import adoptionMetricsPlugin from '../..';

function serviceHeader(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'adoption-metrics',
  });
}

/** Everybody who may ask, and who may what. */
export const callers = {
  nobody: mockCredentials.none.header(),
  guest: mockCredentials.user.header('user:development/guest'),
  stranger: mockCredentials.user.header('user:default/stranger'),
  administrator: mockCredentials.user.header('user:default/ada'),
  otherService: serviceHeader('other'),
  observer: serviceHeader('observer'),
};

const strangers = ['user:default/stranger', 'other'];

/** When the sweep takes place: before what the examples plan. */
const now = Date.UTC(2026, 10, 23, 12);

/** A request as a client writes it. */
export interface WrittenRequest {
  params: Record<string, string>;
  /** Names may stand twice. */
  query: Array<[string, string]>;
  body?: unknown;
}

/** The example of a row, as a client writes it. */
export function exampleOf(key: RouteKey): WrittenRequest {
  const { example = {} }: RouteRow = contract[key];
  const write = (values: object = {}) =>
    Object.entries(values).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
  return {
    params: Object.fromEntries(write(example.params)),
    query: write(example.query),
    body: example.body,
  };
}

/** Where the routes of the contract begin. */
export const BASE = '/api/adoption-metrics/v1';

/** The path of a row with its parameters, encoded. */
export function pathOf(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_all, name) =>
    encodeURIComponent(params[name]),
  );
}

/** Who may ask a row. */
export function rightCallerOf({ caller }: RouteRow): keyof typeof callers {
  return caller.kind === 'observer' ? 'observer' : 'administrator';
}

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', uid: 'uid-of-shop' },
  relations: [{ type: 'ownedBy', targetRef: 'user:default/ada' }],
};

const portalTeam = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'portal-team' },
};

const members = ['ada', 'ben', 'cleo', 'dov', 'eve'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  relations: [{ type: 'memberOf', targetRef: 'group:default/portal-team' }],
}));

/** Where Ada is the only administrator. */
export const sweptConfig = {
  adoptionMetrics: {
    administrators: ['user:default/ada'],
    decision: {
      portals: [{ id: 'poc', title: 'A candidate', subject: 'observer' }],
    },
    catalog: {
      rules: {
        unverified: { enabled: true, after: '30d', kinds: ['Component'] },
      },
    },
  },
};

type Asking = {
  credentials: { principal: { userEntityRef?: string; subject?: string } };
};

type Asked = Array<{ permission: { name: string } }>;

function policyDenying(denied: string[]) {
  const decide = async (asked: Asked, { credentials }: Asking) => {
    const { userEntityRef, subject } = credentials.principal;
    const isStranger = strangers.includes(userEntityRef ?? subject ?? '');
    return asked.map(({ permission }) => ({
      result:
        isStranger || denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
  };
  return {
    authorize: decide,
    authorizeConditional: decide,
  } as unknown as typeof coreServices.permissions.T;
}

/**
 * The plugin in a backend of its own, with a policy that knows strangers.
 *
 * @param others - beside the plugin, such as a database
 * @param settings.denied - permissions that nobody has
 */
export async function startSweptPortal(
  others: BackendFeature[] = [],
  settings: { denied?: string[]; config?: JsonObject } = {},
) {
  const policy = policyDenying(settings.denied ?? []);
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      adoptionMetricsPlugin,
      ...others,
      catalogServiceMock.factory({ entities: [shop, portalTeam, ...members] }),
      mockServices.rootConfig.factory({
        data: { ...sweptConfig, ...settings.config },
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => policy,
      }),
      createServiceFactory({
        service: adoptionMetricsClockServiceRef,
        deps: {},
        factory: () => ({ now: () => now }),
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const readOrganization = async () => {
    // A first reading counts once a second one agrees.
    await scheduler.triggerTask('developers');
    await scheduler.triggerTask('developers');
  };
  const send = (key: RouteKey, as: string, written: WrittenRequest) => {
    const { method, path } = methodAndPath(key);
    const url = pathOf(path, written.params);
    const verb = method.toLocaleLowerCase('en-US') as 'post';
    const asked = request(backend.server)
      [verb](`${BASE}${url}?${new URLSearchParams(written.query)}`)
      .set('Authorization', as);
    return written.body === undefined
      ? asked
      : asked.send(written.body as object);
  };
  const { server } = backend;
  const stop = () => backend.stop();
  return { server, scheduler, send, readOrganization, stop };
}
