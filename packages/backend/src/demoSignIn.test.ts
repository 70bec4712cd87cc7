import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { demoPersonHeader, demoSignIn, readDemoPeople } from './demoSignIn';

const config = {
  app: { baseUrl: 'http://localhost:3000' },
  auth: { providers: { demo: {} } },
  demo: {
    people: [{ userEntityRef: 'user:default/ada.okafor', name: 'Ada Okafor' }],
  },
};

const catalog = catalogServiceMock.factory({
  entities: ['ada.okafor', 'mei.tanaka'].map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    relations: [{ type: 'memberOf', targetRef: 'group:default/checkout' }],
  })),
});

async function startPortal() {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      demoSignIn,
      catalog,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  return (person?: string) =>
    fetch(`http://localhost:${server.port()}/api/auth/demo/refresh`, {
      headers: person ? { [demoPersonHeader]: person } : {},
    });
}

describe('demoSignIn', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(['test', 'production', undefined])(
    'refuses to start with NODE_ENV %s',
    async environment => {
      jest.replaceProperty(process, 'env', {
        ...process.env,
        NODE_ENV: environment,
      });

      await expect(startPortal()).rejects.toThrow(
        /demo sign-in .* only with NODE_ENV=development.*auth\.providers\.demo/,
      );
    },
  );

  describe('in development', () => {
    beforeEach(() => {
      jest.replaceProperty(process, 'env', {
        ...process.env,
        NODE_ENV: 'development',
      });
    });

    it('signs in the person named by the header', async () => {
      const signIn = await startPortal();

      const response = await signIn('user:default/ada.okafor');

      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        profile: { displayName: 'Ada Okafor' },
        backstageIdentity: {
          token: expect.any(String),
          identity: {
            userEntityRef: 'user:default/ada.okafor',
            ownershipEntityRefs: [
              'user:default/ada.okafor',
              'group:default/checkout',
            ],
          },
        },
      });
    });

    it.each([
      ['nobody', undefined],
      ['a user who is not among the people', 'user:default/mei.tanaka'],
    ])('does not sign in %s', async (_, person) => {
      const signIn = await startPortal();

      const response = await signIn(person);

      expect(response.status).toBe(401);
      expect(await response.text()).toContain('demo.people');
    });
  });
});

describe('readDemoPeople', () => {
  it('completes and lower-cases references', () => {
    const people = [{ userEntityRef: 'Ada.Okafor', name: 'Ada Okafor' }];

    expect(readDemoPeople(new ConfigReader({ demo: { people } }))).toEqual(
      new Map([['user:default/ada.okafor', 'Ada Okafor']]),
    );
  });

  it.each([
    ['nothing', {}],
    ['an empty list', { people: [] }],
    ['a broken reference', { people: [{ userEntityRef: ':', name: 'A' }] }],
  ])('rejects %s', (_, demo) => {
    expect(() => readDemoPeople(new ConfigReader({ demo }))).toThrow();
  });
});
