import {
  createBackendPlugin,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { startTestBackend } from '@backstage/backend-test-utils';
import { ActionsRegistry, actionsRegistryIfAnyServiceRef } from './alpha';

describe('the registry of actions', () => {
  it('is the one of the backend, where there is one', () => {
    expect(actionsRegistryIfAnyServiceRef.id).toBe(
      actionsRegistryServiceRef.id,
    );
  });

  // Every release in our range has one, so that its id is taken away here.
  it('takes everything and offers nothing in a backend that has none', async () => {
    const { __defaultFactory: defaultFactory } =
      actionsRegistryIfAnyServiceRef as any;
    const unknown = createServiceRef<ActionsRegistry>({
      id: 'a.registry.that.no.backend.has',
      scope: 'plugin',
      defaultFactory,
    });
    const register = jest.fn();
    const backend = await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'test',
          register(env) {
            env.registerInit({
              deps: { actions: unknown },
              async init({ actions }) {
                register(actions.register({} as never));
              },
            });
          },
        }),
      ],
    });
    expect(register).toHaveBeenCalledWith(undefined);
    await backend.stop();
  });
});
