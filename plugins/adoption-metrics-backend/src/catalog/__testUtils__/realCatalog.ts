import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { catalogConfig } from '../config';
import { createStalenessRules } from '../rules/createRules';
import { CatalogScanner } from '../scan/CatalogScanner';
import { ServiceCatalogReader } from '../scan/ServiceCatalogReader';
import { DAY_MS } from '../../time';
import { forgetful } from './forgetful';
import { MemoryScanRecorder } from './MemoryScanRecorder';

const config = catalogConfig.parse({});
const rules = [{ allow: ['Component', 'Group', 'Location'] }];

export function definition(kind: string, name: string, spec: object): string {
  const apiVersion = 'backstage.io/v1alpha1';
  return JSON.stringify({ apiVersion, kind, metadata: { name }, spec });
}

export function component(name: string, owner: string): string {
  const spec = { type: 'service', lifecycle: 'production', owner };
  return definition('Component', name, spec);
}

export function group(name: string): string {
  return definition('Group', name, { type: 'team', children: [] });
}

export function location(name: string, ...targets: string[]): string {
  return definition('Location', name, { targets });
}

interface CatalogOptions {
  locations: Array<{ type: string; target: string }>;
  /** Below `catalog`. */
  config?: JsonObject;
  integrations?: JsonObject;
  urlReader?: UrlReaderService;
}

/** Starts the catalog of Backstage, and hands out a reader of it. */
export async function startCatalog(options: CatalogOptions) {
  const scheduler = mockServices.scheduler();
  let reader: ServiceCatalogReader | undefined;
  const probe = createBackendPlugin({
    pluginId: 'adoption-metrics',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogServiceRef,
          auth: coreServices.auth,
          rootConfig: coreServices.rootConfig,
        },
        async init({ catalog, auth, rootConfig }) {
          const { kinds } = config;
          const integrations = ScmIntegrations.fromConfig(rootConfig);
          reader = new ServiceCatalogReader({
            catalog,
            auth,
            integrations,
            kinds,
          });
        },
      });
    },
  });
  const data = {
    integrations: options.integrations ?? {},
    catalog: {
      locations: options.locations.map(each => ({ ...each, rules })),
      processingInterval: { seconds: 1 },
      ...options.config,
    },
  };
  const { urlReader } = options;
  await startTestBackend({
    features: [
      catalogPlugin,
      probe,
      mockServices.rootConfig.factory({ data }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      ...(urlReader
        ? [
            createServiceFactory({
              service: coreServices.urlReader,
              deps: {},
              factory: () => urlReader,
            }),
          ]
        : []),
    ],
  });
  const removeOrphans = async () => {
    if (options.config?.orphanStrategy !== 'keep') {
      await scheduler.triggerTask('catalog_orphan_cleanup');
    }
  };
  return { reader: reader!, removeOrphans };
}

/** Scans again and again, as the schedule would. */
export function scannerOf({
  reader,
  removeOrphans,
}: Awaited<ReturnType<typeof startCatalog>>) {
  const recorder = new MemoryScanRecorder();
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const dayOf = (instant: number) => Math.floor(instant / DAY_MS);
  const scanner = new CatalogScanner({
    recorder,
    memory: forgetful,
    rules: createStalenessRules(config),
    placeholders: config.placeholders,
    clock,
    dayOf,
  });
  const { signal } = new AbortController();

  async function scanUntil(done: () => boolean) {
    do {
      await new Promise(resolve => setTimeout(resolve, 250));
      await removeOrphans();
      expect(await scanner.scan({ reader, signal })).toMatchObject({
        status: 'completed',
      });
    } while (!done());
  }
  return { recorder, clock, scanUntil };
}

export function countedIn({ stored }: MemoryScanRecorder): string[] {
  return stored
    .filter(({ counted }) => counted)
    .map(({ entityRef, reason }) => `${entityRef} ${reason}`)
    .sort();
}
