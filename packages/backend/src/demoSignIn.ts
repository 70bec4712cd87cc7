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

/** The request header in which the sign-in page names the chosen person. */
export const demoPersonHeader = 'x-demo-person';

interface DemoPerson {
  userEntityRef: string;
  name: string;
}

/**
 * The names of `demo.people` by their full entity references.
 *
 * @throws Error if the list is missing, empty or holds something that is not
 * an entity reference.
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
 * An authenticator that believes the request header, as long as it names one of
 * the given people. It proves nothing and is therefore for demonstrations only.
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

/** Signs people in as one of `demo.people`, without any proof. */
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
