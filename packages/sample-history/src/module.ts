import { resolve as resolvePath } from 'node:path';
import {
  coreServices,
  createBackendModule,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  adoptionMetricsHistoryExtensionPoint,
  HistorySource,
} from 'backstage-plugin-adoption-metrics-node';
import { readCompany } from './company';
import { createSampleHistory } from './sampleHistory';
import { stories, Story } from './stories';

/** Provides the history of an invented company for a portal without one. */
export const sampleHistory = createBackendModule({
  pluginId: 'adoption-metrics',
  moduleId: 'sample-history',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        history: adoptionMetricsHistoryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config, history, logger }) {
        // An error in a module would stop the whole backend.
        try {
          if (config.getOptionalBoolean('sampleHistory.enabled') ?? true) {
            history.setSource(sampleHistoryOf(config));
          }
        } catch (error) {
          logger.error(`The portal gets no past: ${error}`);
        }
      },
    });
  },
});

function sampleHistoryOf(config: RootConfigService): HistorySource {
  const story = chosenStory(config);
  const company = readCompany({
    files: catalogFiles(config),
    bystanders: demoPeople(config),
    newcomers: story.newcomers.count,
  });
  return createSampleHistory(company, story);
}

function chosenStory(config: RootConfigService): Story {
  const name = config.getOptionalString('sampleHistory.story') ?? 'stuck';
  const story = stories.get(name);
  if (!story) {
    const accepted = [...stories.keys()].join(', ');
    throw new Error(`sampleHistory.story is '${name}', expected ${accepted}`);
  }
  return story;
}

// The company consists of the demo portal's catalog files.
function catalogFiles(config: RootConfigService): string[] {
  const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
  return locations
    .filter(location => location.getString('type') === 'file')
    .map(location => resolvePath(location.getString('target')));
}

// People who can sign in to the demo have no history of their own.
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
