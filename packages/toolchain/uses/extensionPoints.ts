import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  adoptionMetricsAlertsExtensionPoint,
  adoptionMetricsClockServiceRef,
  adoptionMetricsHistoryExtensionPoint,
  adoptionMetricsProbesExtensionPoint,
  adoptionMetricsStalenessExtensionPoint,
  systemClock,
} from 'backstage-plugin-adoption-metrics-node';

export const module = createBackendModule({
  pluginId: 'adoption-metrics',
  moduleId: 'uses',
  register({ registerInit }) {
    registerInit({
      deps: {
        alerts: adoptionMetricsAlertsExtensionPoint,
        history: adoptionMetricsHistoryExtensionPoint,
        probes: adoptionMetricsProbesExtensionPoint,
        staleness: adoptionMetricsStalenessExtensionPoint,
      },
      async init({ alerts, history, probes, staleness }) {
        alerts.addChannel({
          name: 'pager',
          reaches: rule => rule === 'deadline',
          send: async ({ alert, link }, signal) => {
            await fetch(link, { method: alert.subject, signal });
          },
        });
        history.setSource({
          id: 'uses',
          label: 'Uses',
          heartbeatPeriod: 60_000,
          startsAt: end => end - 1,
          events: ({ from }) => [
            { at: from, type: 'heartbeat', instanceId: 'one' },
          ],
        });
        probes.addProbe({
          name: 'search',
          check: async () => ({ state: 'up' }),
        });
        staleness.addRule({
          reason: 'deprecated',
          definition: 'its lifecycle is deprecated',
          fields: ['spec.lifecycle'],
          evaluate: ({ entity }) =>
            entity.spec?.lifecycle === 'deprecated'
              ? { sentence: 'It is deprecated.', hint: 'Remove it.' }
              : undefined,
        });
      },
    });
  },
});

export const clock = createServiceFactory({
  service: adoptionMetricsClockServiceRef,
  deps: {},
  factory: () => systemClock,
});
