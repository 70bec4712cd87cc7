import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { adoptionMetricsPermissions } from 'backstage-plugin-adoption-metrics-common';
import { collectAdditions } from './collectAdditions';
import { createAdoptionMetrics } from './createAdoptionMetrics';
import { unauthenticatedPaths } from './http';
import { serviceRefs } from './parts';
import { servePlugin } from './servePlugin';

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
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ httpRouter, permissionsRegistry, ...services }) {
        const { lifecycle, logger } = services;
        permissionsRegistry.addPermissions(adoptionMetricsPermissions);
        for (const path of unauthenticatedPaths) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        await servePlugin({
          httpRouter,
          lifecycle,
          logger,
          build: anyTime =>
            createAdoptionMetrics(
              { ...services, lifecycle: anyTime },
              additions(),
            ),
        });
      },
    });
  },
});
