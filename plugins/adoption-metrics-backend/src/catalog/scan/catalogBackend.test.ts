import { rm, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  component,
  countedIn,
  definition,
  group,
  location,
  scannerOf,
  startCatalog,
} from '../__testUtils__/realCatalog';
import { HOUR_MS } from '../../time';

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
    const catalog = await startCatalog({
      locations: [{ type: 'file', target }],
      config: { ...(orphanStrategy && { orphanStrategy }) },
    });
    return scannerOf(catalog);
  }

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
      const nested = `file:${directory.resolve('nested.yaml')}`;
      expect(recorder.stored.map(({ sentence }) => sentence).sort()).toEqual([
        `Its source cannot be read: ${nested}`,
        `The location that registers it cannot be read: ${nested}`,
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
