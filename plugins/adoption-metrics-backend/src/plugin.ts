import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { adoptionMetricsPermissions } from 'backstage-plugin-adoption-metrics-common';
import { actionsRegistryIfAnyServiceRef, registerActions } from './actions';
import { createAdoptionMetrics } from './createAdoptionMetrics';
import { servePlugin, unauthenticatedPaths } from './http';
import { collectAdditions, serviceRefs } from './parts';

/**
 * Measures the adoption of a portal and serves the metrics at
 * `/api/adoption-metrics`.
 *
 * @public
 */
export const adoptionMetricsPlugin = createBackendPlugin({
  pluginId: 'adoption-metrics',
  register(env) {
    const additions = collectAdditions(env);
    env.registerInit({
      deps: {
        ...serviceRefs,
        actions: actionsRegistryIfAnyServiceRef,
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ actions, httpRouter, permissionsRegistry, ...services }) {
        const { lifecycle, logger } = services;
        permissionsRegistry.addPermissions(adoptionMetricsPermissions);
        for (const path of unauthenticatedPaths) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        const ask = await servePlugin({
          httpRouter,
          lifecycle,
          logger,
          build: anyTime =>
            createAdoptionMetrics(
              { ...services, lifecycle: anyTime },
              additions,
            ),
        });
        registerActions(actions, ask);
      },
    });
  },
});
