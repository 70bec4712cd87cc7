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

/** Gives a portal that has no past yet the one of an invented company. */
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
        // A module that throws stops the portal.
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

// The company of the story is the one that the portal shows.
function catalogFiles(config: RootConfigService): string[] {
  const locations = config.getOptionalConfigArray('catalog.locations') ?? [];
  return locations
    .filter(location => location.getString('type') === 'file')
    .map(location => resolvePath(location.getString('target')));
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
