import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { AccessControl } from './AccessControl';
import { readKey } from '../configuration';
import { administratorsConfig } from '../access/config';

type Requirement =
  | 'requireUser'
  | 'requireReader'
  | 'requirePeopleManager'
  | 'requireUptimeManager'
  | 'requireObserver';

function serve(options: {
  requirement: Requirement;
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
    access[options.requirement](req).then(() => res.json({}), next);
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
  it('lets only people be somebody', async () => {
    const app = serve({ requirement: 'requireUser' });
    expect(await statusOf(app, asUser)).toBe(200);
    expect(await statusOf(app, asService)).toBe(403);
  });

  it('lets only services that may be observers', async () => {
    const requirement = 'requireObserver';
    const denied = serve({ requirement, result: AuthorizeResult.DENY });
    expect(await statusOf(serve({ requirement }), asService)).toBe(200);
    expect(await statusOf(serve({ requirement }), asUser)).toBe(403);
    expect(await statusOf(denied, asService)).toBe(403);
  });

  it('lets the permission policy decide who reads', async () => {
    const requirement = 'requireReader';
    const denied = serve({ requirement, result: AuthorizeResult.DENY });
    expect(await statusOf(serve({ requirement }), asService)).toBe(200);
    expect(await statusOf(denied, asUser)).toBe(403);
  });

  it.each([
    ['requirePeopleManager', 'people'],
    ['requireUptimeManager', 'uptime'],
  ] as const)('takes no permissions for no %s', async (requirement, topic) => {
    const response = await request(serve({ requirement }))
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
      requirement: 'requirePeopleManager',
      enabled: true,
      result,
    });
    expect(await statusOf(app, asUser)).toBe(status);
  });

  it.each([['user:default/ada'], ['group:default/portal']])(
    'lets %s be an administrator',
    async administrator => {
      const app = serve({
        requirement: 'requirePeopleManager',
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
      /^adoptionMetrics\.administrators\[1\] is 'user:'; accepted are entity refs/,
    );
  });
});
