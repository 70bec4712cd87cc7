import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** The request header with the person who was chosen on the sign-in page. */
export const demoPersonHeader = 'x-demo-person';

interface DemoPerson {
  userEntityRef: string;
  name: string;
}

/**
 * Names of `demo.people`, by entity ref.
 *
 * @throws Error if the list is missing, empty, or contains anything but entity
 * refs
 */
export function readDemoPeople(config: Config): Map<string, string> {
  const people = config.getConfigArray('demo.people').map(person => {
    const reference = parseEntityRef(person.getString('userEntityRef'), {
      defaultKind: 'user',
    });
    return [stringifyEntityRef(reference), person.getString('name')] as const;
  });
  if (people.length === 0) {
    throw new Error('demo.people is empty; name at least one person');
  }
  return new Map(people);
}

/**
 * Trusts the request header, as long as it names one of the given people. There
 * is no authentication, so it is only suitable for demos.
 */
function createDemoAuthenticator(people: Map<string, string>) {
  return createProxyAuthenticator({
    defaultProfileTransform: async (result: DemoPerson) => ({
      profile: { displayName: result.name },
    }),
    initialize: () => undefined,
    async authenticate({ req }) {
      const userEntityRef = req.header(demoPersonHeader) ?? '';
      const name = people.get(userEntityRef);
      if (!name) {
        throw new AuthenticationError(
          `Header ${demoPersonHeader} must name one of the people in demo.people`,
        );
      }
      return { result: { userEntityRef, name } };
    },
  });
}

function assertDevelopment() {
  if (process.env.NODE_ENV !== 'development') {
    throw new Error(
      'The demo sign-in lets everyone in as anyone and runs only with ' +
        'NODE_ENV=development; install a real auth provider in its place ' +
        '(auth.providers.demo, demo.people)',
    );
  }
}

/** Signs people in as one of `demo.people`, without authentication. */
export const demoSignIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        assertDevelopment();
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: createDemoAuthenticator(readDemoPeople(config)),
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: result.userEntityRef,
              }),
          }),
        });
      },
    });
  },
});
