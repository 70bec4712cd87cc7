import { createDevApp } from '@backstage/frontend-dev-utils';
import homePlugin from '@backstage/plugin-home/alpha';
import adoptionMetricsPlugin from '../src';
import { adoptionMetricsApiRef } from '../src/api';
import { chosenScenario } from './scenarios';

// Read before the app redirects and so loses the query.
const scenario = chosenScenario();

const adoptionMetricsWithoutBackend = adoptionMetricsPlugin.withOverrides({
  extensions: [
    adoptionMetricsPlugin.getExtension('api:adoption-metrics/client').override({
      params: define =>
        define({
          api: adoptionMetricsApiRef,
          deps: {},
          factory: () => scenario,
        }),
    }),
  ],
});

createDevApp({ features: [homePlugin, adoptionMetricsWithoutBackend] });
