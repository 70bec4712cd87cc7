import { rm, writeFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { forgetful } from '../__testUtils__/forgetful';
import { MemoryScanRecorder } from '../__testUtils__/MemoryScanRecorder';
import { catalogConfig } from '../config';
import { createStalenessRules } from '../rules/createRules';
import { CatalogScanner } from './CatalogScanner';
import { ServiceCatalogReader } from './ServiceCatalogReader';
import { DAY_MS, HOUR_MS } from '../../time';

const config = catalogConfig.parse({});

function definition(kind: string, name: string, spec: object): string {
  const apiVersion = 'backstage.io/v1alpha1';
  return JSON.stringify({ apiVersion, kind, metadata: { name }, spec });
}

type Catalog = Awaited<ReturnType<typeof startCatalog>>;

function component(name: string, owner: string): string {
  const spec = { type: 'service', lifecycle: 'production', owner };
  return definition('Component', name, spec);
}

/** Starts a catalog that reads a file, and hands out a reader of it. */
async function startCatalog(target: string, orphanStrategy?: string) {
  const scheduler = mockServices.scheduler();
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
      ...(orphanStrategy && { orphanStrategy }),
    },
  };
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
    ],
  });
  const removeOrphans = async () => {
    if (orphanStrategy !== 'keep') {
      await scheduler.triggerTask('catalog_orphan_cleanup');
    }
  };
  return { reader: reader!, removeOrphans };
}

/** Scans again and again, as the schedule would. */
function scannerOf({ reader, removeOrphans }: Catalog) {
  const recorder = new MemoryScanRecorder();
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const rules = createStalenessRules(config);
  const dayOf = (instant: number) => Math.floor(instant / DAY_MS);
  const memory = forgetful;
  const options = { recorder, memory, rules, clock, dayOf };
  const scanner = new CatalogScanner(options);
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

function countedIn({ stored }: MemoryScanRecorder) {
  return stored
    .filter(({ counted }) => counted)
    .map(({ entityRef, reason }) => `${entityRef} ${reason}`)
    .sort();
}

describe('with the catalog of Backstage', () => {
  const directory = createMockDirectory();

  async function setUp(
    content: Record<string, string[]>,
    orphanStrategy?: string,
  ) {
    const files = Object.entries(content).map(([name, documents]) => [
      name,
      documents.join('\n---\n'),
    ]);
    directory.setContent(Object.fromEntries(files));
    const target = directory.resolve('all.yaml');
    const catalog = await startCatalog(target, orphanStrategy);
    return scannerOf(catalog);
  }

  const group = (name: string) =>
    definition('Group', name, { type: 'team', children: [] });
  const location = (name: string, ...targets: string[]) =>
    definition('Location', name, { targets });

  it.each<[string, string[]]>([
    ['left the catalog', []],
    ['was renamed', [group('renamed')]],
  ])(
    'names the group that %s',
    async (_, instead) => {
      const rest = [
        group('team'),
        component('good', 'team'),
        component('left', 'leaving'),
        component('nobody', 'unknown'),
      ];
      const { recorder, scanUntil } = await setUp({
        'all.yaml': [...rest, group('leaving')],
      });
      await scanUntil(
        () =>
          recorder.readings.at(-1)!.total === 3 && recorder.stored.length === 1,
      );
      expect(countedIn(recorder)).toEqual([
        'component:default/nobody owner-missing',
      ]);

      const left = [...rest, ...instead].join('\n---\n');
      await writeFile(directory.resolve('all.yaml'), left);
      await scanUntil(() => recorder.stored.length > 1);
      expect(countedIn(recorder)).toEqual([
        'component:default/left owner-unknown',
        'component:default/nobody owner-missing',
      ]);
      expect(recorder.stored.map(({ sentence }) => sentence)).toContain(
        'Its owner group:default/leaving is not in the catalog.',
      );
    },
    60_000,
  );

  it.each<[string, (file: string) => Promise<void>]>([
    ['was deleted', file => rm(file)],
    ['is no YAML any more', file => writeFile(file, '{ not: "an entity" ')],
  ])(
    'finds what came from a file that %s',
    async (_, spoil) => {
      const { recorder, scanUntil } = await setUp({
        'all.yaml': [
          group('team'),
          component('good', 'team'),
          location('nested', './nested.yaml'),
        ],
        'nested.yaml': [
          component('nested', 'team'),
          location('deep', './deep.yaml'),
        ],
        'deep.yaml': [component('deep', 'team')],
      });
      await scanUntil(() => recorder.readings.at(-1)!.total === 3);
      await scanUntil(() => recorder.stored.length === 0);

      await spoil(directory.resolve('nested.yaml'));
      await scanUntil(() => recorder.stored.length > 1);
      expect(countedIn(recorder)).toEqual([
        'component:default/deep source-error',
        'component:default/nested source-error',
      ]);
    },
    60_000,
  );

  it('finds what came from a location that can no longer be read', async () => {
    const { recorder, scanUntil } = await setUp({
      'all.yaml': [group('team'), component('good', 'team')],
    });
    await scanUntil(() => recorder.readings.at(-1)!.total === 1);
    await rm(directory.resolve('all.yaml'));
    await scanUntil(() => recorder.stored.length > 0);
    expect(countedIn(recorder)).toEqual([
      'component:default/good source-error',
    ]);
  }, 60_000);

  describe('once nothing references an entity anymore', () => {
    const rest = [group('team'), component('good', 'team')];

    async function orphan(strategy?: string) {
      const dropped = component('dropped', 'team');
      const scanning = await setUp(
        { 'all.yaml': [...rest, dropped] },
        strategy,
      );
      const { recorder, scanUntil } = scanning;
      await scanUntil(() => recorder.readings.at(-1)!.total === 2);
      const content = rest.join('\n---\n');
      await writeFile(directory.resolve('all.yaml'), content);
      return scanning;
    }

    it('finds it where orphans are kept', async () => {
      const { recorder, scanUntil } = await orphan('keep');
      await scanUntil(() => recorder.stored.length > 0);
      expect(countedIn(recorder)).toEqual(['component:default/dropped orphan']);
      expect(recorder.readings.at(-1)).toMatchObject({ total: 2, stale: 1 });
    }, 60_000);

    it('no longer counts it where orphans are deleted, as by default', async () => {
      const { recorder, scanUntil } = await orphan();
      await scanUntil(() => recorder.readings.at(-1)!.total === 1);
      expect(recorder.stored).toEqual([]);
    }, 60_000);
  });

  it('counts an entity against its schema once that has lasted', async () => {
    const rest = [group('team'), component('good', 'team')];
    const { recorder, clock, scanUntil } = await setUp({
      'all.yaml': [...rest, component('broken', 'team')],
    });
    await scanUntil(() => recorder.readings.at(-1)!.total === 2);
    await scanUntil(() => recorder.stored.length === 0);

    const broken = definition('Component', 'broken', { owner: 'team' });
    const content = [...rest, broken].join('\n---\n');
    await writeFile(directory.resolve('all.yaml'), content);
    await scanUntil(() => recorder.stored.length > 0);
    expect(countedIn(recorder)).toEqual([]);
    expect(recorder.stored).toMatchObject([
      { entityRef: 'component:default/broken', reason: 'processing-error' },
    ]);

    clock.ahead = HOUR_MS;
    await scanUntil(() => countedIn(recorder).length > 0);
    expect(countedIn(recorder)).toEqual([
      'component:default/broken processing-error',
    ]);
    expect(recorder.stored[0].sentence).toContain('spec');
  }, 60_000);
});
