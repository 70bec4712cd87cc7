import { createDevApp } from '@backstage/frontend-dev-utils';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import homePlugin from '@backstage/plugin-home/alpha';
import adoptionMetricsPlugin from '../src';
import { adoptionMetricsApiRef } from '../src/api';
import { chosenScenario } from './scenarios';

// Read before the app redirects and so loses the query.
const scenario = chosenScenario();

const adoptionMetricsWithoutBackend = adoptionMetricsPlugin.withOverrides({
  extensions: [
    ApiBlueprint.make({
      name: 'client',
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
