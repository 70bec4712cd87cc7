/**
 * The registry of actions that assistants call. It is the one thing that the
 * backend takes from Backstage's alpha exports.
 */
import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import * as alpha from '@backstage/backend-plugin-api/alpha';
import { OfferedAction } from './OfferedAction';

/** What we use of the registry, which every release of it has. */
export interface ActionsRegistry {
  register(action: OfferedAction): void;
}

const noRegistry: ActionsRegistry = { register() {} };

/**
 * The registry of the backend. A backend finds services by their id, so that
 * this one is the real registry wherever there is one; where a backend has
 * none, nothing is offered, and the plugin starts all the same.
 */
export const actionsRegistryIfAnyServiceRef = createServiceRef<ActionsRegistry>(
  {
    id: alpha.actionsRegistryServiceRef?.id ?? 'alpha.core.actionsRegistry',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({ service, deps: {}, factory: () => noRegistry }),
  },
);
