import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { personHeader, signInProvider } from './contract';

/** Trusts the request: the tokens are real, but there is no authentication. */
const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async (_person: string) => ({ profile: {} }),
  initialize: () => undefined,
  async authenticate({ req }) {
    const person = req.header(personHeader);
    if (!person) {
      throw new AuthenticationError(
        `Header ${personHeader} must name a person`,
      );
    }
    return { result: person };
  },
});

/** Lets the benchmarks get real tokens for any user. */
export const benchmarkSignIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'benchmark',
  register(registration) {
    registration.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: signInProvider,
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result: person }, context) =>
              context.issueToken({ claims: { sub: person, ent: [person] } }),
          }),
        });
      },
    });
  },
});
