import { writeFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { CatalogScanner } from './CatalogScanner';
import { readCatalogConfig } from './config';
import { MemoryCatalogScanStore } from './memoryCatalogScanStore';
import { createStalenessRules } from './rules';
import { ServiceCatalogReader } from './ServiceCatalogReader';

const config = readCatalogConfig(new ConfigReader({}));

function definition(kind: string, name: string, spec: object): string {
  const apiVersion = 'backstage.io/v1alpha1';
  return JSON.stringify({ apiVersion, kind, metadata: { name }, spec });
}

function component(name: string, owner: string): string {
  const spec = { type: 'service', lifecycle: 'production', owner };
  return definition('Component', name, spec);
}

/** Starts a catalog that reads a file, and hands out a reader of it. */
async function startCatalog(target: string) {
  let reader: ServiceCatalogReader | undefined;
  const probe = createBackendPlugin({
    pluginId: 'adoption-metrics',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogServiceRef, auth: coreServices.auth },
        async init({ catalog, auth }) {
          const { kinds } = config;
          reader = new ServiceCatalogReader({ catalog, auth, kinds });
        },
      });
    },
  });
  const data = {
    catalog: {
      locations: [
        {
          type: 'file',
          target,
          rules: [{ allow: ['Component', 'Group', 'Location'] }],
        },
      ],
      processingInterval: { seconds: 1 },
    },
  };
  await startTestBackend({
    features: [catalogPlugin, probe, mockServices.rootConfig.factory({ data })],
  });
  return reader!;
}

async function scanUntil(
  reader: ServiceCatalogReader,
  done: (store: MemoryCatalogScanStore) => boolean,
) {
  const store = new MemoryCatalogScanStore();
  const rules = createStalenessRules(config);
  const scanner = new CatalogScanner({ store, rules, clock: Date });
  const { signal } = new AbortController();
  do {
    await new Promise(resolve => setTimeout(resolve, 250));
    expect(await scanner.scan({ reader, signal })).toMatchObject({
      status: 'completed',
    });
  } while (!done(store));
  return store;
}

function reasonsOf({ stored }: MemoryCatalogScanStore) {
  return stored.map(({ entityRef, reason }) => [entityRef, reason]).sort();
}

describe('with the catalog of Backstage', () => {
  const directory = createMockDirectory();

  it('finds owners at fault and a source that went away', async () => {
    directory.setContent({
      'all.yaml': [
        definition('Group', 'team', { type: 'team', children: [] }),
        component('good', 'team'),
        component('left', 'gone'),
        component('nobody', 'unknown'),
        definition('Location', 'nested', { targets: ['./nested.yaml'] }),
      ].join('\n---\n'),
      'nested.yaml': component('nested', 'team'),
    });
    const reader = await startCatalog(directory.resolve('all.yaml'));

    const before = await scanUntil(
      reader,
      ({ readings }) =>
        readings.at(-1)!.total === 4 && readings.at(-1)!.ownerUnknownChecked,
    );
    expect(reasonsOf(before)).toEqual([
      ['component:default/left', 'owner-unknown'],
      ['component:default/nobody', 'owner-missing'],
    ]);

    await writeFile(directory.resolve('nested.yaml'), '{ not: "an entity" ');
    const after = await scanUntil(reader, ({ stored }) => stored.length > 2);
    expect(reasonsOf(after)).toEqual([
      ['component:default/left', 'owner-unknown'],
      ['component:default/nested', 'source-error'],
      ['component:default/nobody', 'owner-missing'],
    ]);
  }, 60_000);
});
