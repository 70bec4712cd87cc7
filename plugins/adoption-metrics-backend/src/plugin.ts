import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { adoptionMetricsPermissions } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  adoptionMetricsAlertsExtensionPoint,
  adoptionMetricsHistoryExtensionPoint,
  adoptionMetricsProbesExtensionPoint,
  adoptionMetricsStalenessExtensionPoint,
  HistorySource,
  Probe,
  StalenessRule,
} from 'backstage-plugin-adoption-metrics-node';
import { assertChannel } from './alerts';
import { assertAddable } from './catalog';
import { createAdoptionMetrics } from './createAdoptionMetrics';
import { createRefusingRouter, unauthenticatedPaths } from './http';
import { serviceRefs } from './parts';

/**
 * Measures the adoption of a portal and serves the metrics at
 * `/api/adoption-metrics`.
 *
 * @public
 */
export const adoptionMetricsPlugin = createBackendPlugin({
  pluginId: 'adoption-metrics',
  register(env) {
    let source: HistorySource | undefined;
    env.registerExtensionPoint(adoptionMetricsHistoryExtensionPoint, {
      setSource(given) {
        if (source) {
          throw new Error(
            `A history source is set already ('${source.id}'); there can be one`,
          );
        }
        source = given;
      },
    });
    const probes: Probe[] = [];
    env.registerExtensionPoint(adoptionMetricsProbesExtensionPoint, {
      addProbe(given) {
        if (probes.some(({ name }) => name === given.name)) {
          throw new Error(`There is a probe '${given.name}' already`);
        }
        probes.push(given);
      },
    });
    const rules: StalenessRule[] = [];
    env.registerExtensionPoint(adoptionMetricsStalenessExtensionPoint, {
      addRule(given) {
        assertAddable(given, rules);
        rules.push(given);
      },
    });
    const channels: AlertChannel[] = [];
    env.registerExtensionPoint(adoptionMetricsAlertsExtensionPoint, {
      addChannel(given) {
        assertChannel(given, channels);
        channels.push(given);
      },
    });
    env.registerInit({
      deps: {
        ...serviceRefs,
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ httpRouter, permissionsRegistry, ...services }) {
        permissionsRegistry.addPermissions(adoptionMetricsPermissions);
        try {
          for (const path of unauthenticatedPaths) {
            httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
          }
          const added = { source, probes, rules, channels };
          httpRouter.use(await createAdoptionMetrics(services, added));
        } catch (error) {
          httpRouter.use(createRefusingRouter(error, services.logger));
        }
      },
    });
  },
});
