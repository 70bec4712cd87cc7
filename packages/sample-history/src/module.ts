import { resolve as resolvePath } from 'node:path';
import {
  coreServices,
  createBackendModule,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { adoptionMetricsHistoryExtensionPoint } from 'backstage-plugin-adoption-metrics-node';
import { readCompany } from './company';
import { createSampleHistory } from './sampleHistory';

/** Gives a portal that has no past yet the one of an invented company. */
export const sampleHistory = createBackendModule({
  pluginId: 'adoption-metrics',
  moduleId: 'sample-history',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        history: adoptionMetricsHistoryExtensionPoint,
      },
      async init({ config, history }) {
        if (config.getOptionalBoolean('sampleHistory.enabled') ?? true) {
          const company = readCompany(folderOf(config), demoPeople(config));
          history.setSource(createSampleHistory(company));
        }
      },
    });
  },
});

function folderOf(config: RootConfigService): string {
  const key = 'sampleHistory.catalogDirectory';
  return resolvePath(config.getOptionalString(key) ?? 'catalog');
}

// Whoever tries the demo is to find no past of their own.
function demoPeople(config: RootConfigService): string[] {
  const people = config.getOptionalConfigArray('demo.people') ?? [];
  return people.map(person =>
    stringifyEntityRef(
      parseEntityRef(person.getString('userEntityRef'), {
        defaultKind: 'user',
      }),
    ),
  );
}
