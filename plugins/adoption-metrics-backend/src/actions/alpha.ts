/**
 * The registry of actions for assistants. This is the only alpha export of
 * Backstage that the backend uses.
 */
import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import * as alpha from '@backstage/backend-plugin-api/alpha';
import { OfferedAction } from './OfferedAction';

/**
 * The part of the registry that we use, available in all supported releases.
 */
export interface ActionsRegistry {
  register(action: OfferedAction): void;
}

const noRegistry: ActionsRegistry = { register() {} };

/**
 * The registry of the backend. Services are matched by id, so this resolves to
 * Backstage's registry where it exists. Otherwise no actions are registered.
 */
export const actionsRegistryIfAnyServiceRef = createServiceRef<ActionsRegistry>(
  {
    id: alpha.actionsRegistryServiceRef?.id ?? 'alpha.core.actionsRegistry',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({ service, deps: {}, factory: () => noRegistry }),
  },
);
