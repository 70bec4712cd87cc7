import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { personHeader, signInProvider } from './contract';

/** Believes whoever the request says it is: the tokens are real, the proof is not. */
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

/** Lets the benchmarks get a real user token for anybody. */
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
