import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  peopleManagePermission,
  uptimeManagePermission,
} from 'backstage-plugin-adoption-metrics-common';
import {
  Caller,
  manager,
  observer,
  reader,
  signedIn,
} from 'backstage-plugin-adoption-metrics-common/contract';
import express from 'express';
import request from 'supertest';
import { readKey } from '../configuration';
import { AccessControl } from './AccessControl';
import { administratorsConfig } from './config';

const peopleManager = manager(peopleManagePermission);

function serve(options: {
  caller: Caller;
  enabled?: boolean;
  administrators?: string[];
  result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
}) {
  const access = new AccessControl({
    config: {
      permissionsEnabled: options.enabled ?? false,
      administrators: options.administrators ?? [],
    },
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions({
      result: options.result ?? AuthorizeResult.ALLOW,
    }),
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['user:default/ada', 'group:default/portal'],
    }),
  });
  const app = express();
  app.get('/', (req, res, next) => {
    access.admit(req, options.caller).then(() => res.json({}), next);
  });
  app.use(mockErrorHandler());
  return app;
}

const asUser = mockCredentials.user.header('user:default/Ada');
const asService = mockCredentials.service.header();

async function statusOf(app: express.Express, header: string) {
  const response = await request(app).get('/').set('Authorization', header);
  return response.status;
}

describe('AccessControl', () => {
  it('lets only people be someone', async () => {
    const app = serve({ caller: signedIn });
    expect(await statusOf(app, asUser)).toBe(200);
    expect(await statusOf(app, asService)).toBe(403);
  });

  it('lets only services that may be observers', async () => {
    const caller = observer;
    const denied = serve({ caller, result: AuthorizeResult.DENY });
    expect(await statusOf(serve({ caller }), asService)).toBe(200);
    expect(await statusOf(serve({ caller }), asUser)).toBe(403);
    expect(await statusOf(denied, asService)).toBe(403);
  });

  it('lets the permission policy decide who reads', async () => {
    const caller = reader;
    const denied = serve({ caller, result: AuthorizeResult.DENY });
    expect(await statusOf(serve({ caller }), asService)).toBe(200);
    expect(await statusOf(denied, asUser)).toBe(403);
  });

  it.each([
    ['people', peopleManager],
    ['uptime', manager(uptimeManagePermission)],
  ] as const)('takes no permissions for no %s', async (topic, caller) => {
    const response = await request(serve({ caller }))
      .get('/')
      .set('Authorization', asUser);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toMatch(
      new RegExp(
        `adoption-metrics\\.${topic}\\.manage.*adoptionMetrics\\.administrators`,
      ),
    );
  });

  it.each<[string, AuthorizeResult.ALLOW | AuthorizeResult.DENY, number]>([
    ['allows', AuthorizeResult.ALLOW, 200],
    ['denies', AuthorizeResult.DENY, 403],
  ])('asks the policy, which %s', async (_title, result, status) => {
    const app = serve({
      caller: peopleManager,
      enabled: true,
      result,
    });
    expect(await statusOf(app, asUser)).toBe(status);
  });

  it.each([['user:default/ada'], ['group:default/portal']])(
    'lets %s be an administrator',
    async administrator => {
      const app = serve({
        caller: peopleManager,
        administrators: [administrator],
        result: AuthorizeResult.DENY,
      });
      expect(await statusOf(app, asUser)).toBe(200);
      expect(await statusOf(app, asService)).toBe(403);
    },
  );
});

describe('administratorsConfig', () => {
  const read = (administrators?: unknown) =>
    readKey(
      new ConfigReader({ adoptionMetrics: { administrators } } as never),
      'adoptionMetrics.administrators',
      administratorsConfig,
    );

  it('reads full refs in lower case', () => {
    expect(read(['Ada', 'group:default/Portal'])).toEqual([
      'user:default/ada',
      'group:default/portal',
    ]);
    expect(read()).toEqual([]);
  });

  it('names what is no entity ref', () => {
    expect(() => read(['ada', 'user:'])).toThrow(
      /^adoptionMetrics\.administrators\[1\] is 'user:'; expected entity refs/,
    );
  });
});
