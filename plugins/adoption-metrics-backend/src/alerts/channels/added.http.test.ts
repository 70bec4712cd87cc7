import { createBackendModule } from '@backstage/backend-plugin-api';
import { adoptionMetricsAlertsExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import {
  startPortal,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';

jest.setTimeout(120_000);

function withChannel(name: string) {
  return createBackendModule({
    pluginId: 'adoption-metrics',
    moduleId: name,
    register(env) {
      env.registerInit({
        deps: { alerts: adoptionMetricsAlertsExtensionPoint },
        async init({ alerts }) {
          alerts.addChannel({ name, send: async () => {} });
        },
      });
    },
  });
}

it('notifies through the channels of modules beside those of the configuration', async () => {
  const [[engine]] = testedDatabases();
  const portal = await startPortal(engine, {
    entities: [],
    config: { adoptionMetrics: { alerts: { events: true } } },
    modules: [withChannel('mail'), withChannel('teams')],
  });
  const { body } = await portal.get('/alerts', user('ada'));
  expect(body.channels).toEqual(['events', 'mail', 'teams']);
  await portal.stop();
});
