import { Knex } from 'knex';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { findingOf, noon, readingOf } from './__testUtils__/findings';
import { publishScan } from './__testUtils__/publishScan';
import {
  CatalogScanStore,
  StaleEntityFilter,
  StaleEntityQuery,
} from './CatalogScanStore';
import { ScanRecorder } from './scan/ScanRecorder';
import { ScanFinding } from './ScanFinding';
import { DAY_MS, MINUTE_MS } from '../time';

const databases = createTestDatabases();
const minute = MINUTE_MS;
const day = DAY_MS;

describe.each(databases.eachSupportedId())(
  'CatalogScanStore, %p',
  databaseId => {
    let knex: Knex;
    let store: CatalogScanStore;
    let recorder: ScanRecorder;

    function publish(at: number, findings: ScanFinding[] = []) {
      const reading = readingOf(at, findings.length);
      return publishScan(recorder, { reading, findings });
    }

    function list(query: Partial<StaleEntityQuery> = {}) {
      return store.listed({
        filter: { state: 'stale' },
        order: 'since',
        limit: 10,
        ...query,
      });
    }

    beforeAll(async () => {
      knex = await databases.create(databaseId);
      store = new CatalogScanStore(knex);
      recorder = new ScanRecorder(knex);
    });

    beforeEach(async () => {
      await knex('catalog_scans').delete();
      await knex('catalog_findings').delete();
    });

    it('knows nothing before the first scan', async () => {
      expect(await store.latest()).toBeUndefined();
      expect(await store.lastFailure()).toBeUndefined();
      expect(await list()).toEqual([]);
    });

    it('gives a scan back as it was published', async () => {
      const first = findingOf('a');
      const second = findingOf('b', {
        ownerRefs: [],
        counted: false,
        isFirst: false,
      });
      await publish(noon, [first, second]);
      expect(await store.latest()).toEqual(readingOf(noon, 2));
      expect(await list()).toEqual([first]);
    });

    it('finds the last scan in a half-open interval', async () => {
      await publish(noon);
      await publish(noon + 1);
      await publish(noon + 2);
      const scannedIn = async (from: number, to: number) =>
        (await store.latest({ from, to }))?.scannedAt;
      expect(await scannedIn(noon, noon + 2)).toBe(noon + 1);
      expect(await scannedIn(noon + 2, noon + 3)).toBe(noon + 2);
      expect(await scannedIn(noon - 5, noon)).toBeUndefined();
    });

    it('reports a failure until a scan is completed', async () => {
      await publish(noon);
      const at = noon + minute;
      const error = 'catalog is down';
      const source = 'portal';
      await recorder.fail({ source, startedAt: noon, finishedAt: at, error });
      expect(await store.lastFailure()).toEqual({ at, error });
      expect((await store.latest())?.scannedAt).toBe(noon);
      await publish(noon + 2 * minute);
      expect(await store.lastFailure()).toBeUndefined();
    });

    it('distinguishes the findings of an imported history from those of the portal', async () => {
      const history = (at: number) =>
        publishScan(recorder, {
          source: 'history',
          reading: readingOf(at),
          findings: [findingOf('imported')],
        });
      await publish(noon, [findingOf('a')]);
      await history(noon - minute);
      expect(await list()).toMatchObject([
        { entityRef: 'component:default/a' },
      ]);
      await history(noon + minute);
      expect(await list()).toMatchObject([
        { entityRef: 'component:default/imported' },
      ]);
      expect(await knex('catalog_findings')).toHaveLength(2);
    });

    describe('with entities to list', () => {
      const exemption = { reason: 'moves house', until: '2026-12-31' };
      const found = [
        findingOf('a', { since: noon - day }),
        findingOf('a', { reason: 'owner-missing', isFirst: false }),
        findingOf('b', { kind: 'API', ownerRefs: ['user:default/kim'] }),
        findingOf('c', { since: noon - day, ownerRefs: [] }),
        findingOf('d', { counted: false, exemption }),
        findingOf('e', { counted: false, isFirst: false }),
      ];

      async function namesOf(query: Partial<StaleEntityQuery>) {
        const listed = await list(query);
        return listed.map(each => `${each.entityRef.at(-1)} ${each.reason}`);
      }

      beforeEach(() => publish(noon, found));

      it.each<[Partial<StaleEntityFilter>, string[]]>([
        [{}, ['a orphan', 'c orphan', 'b orphan']],
        [{ state: 'exempt' }, ['d orphan']],
        [{ state: 'any' }, ['a orphan', 'c orphan', 'b orphan', 'd orphan']],
        [
          { state: 'any', reason: 'orphan' },
          ['a orphan', 'c orphan', 'b orphan', 'd orphan'],
        ],
        [{ state: 'exempt', reason: 'orphan' }, ['d orphan']],
        [{ entityRef: 'component:default/b' }, ['b orphan']],
        [{ reason: 'owner-missing' }, ['a owner-missing']],
        [{ kind: 'API' }, ['b orphan']],
        [
          { owners: ['user:default/kim', 'group:default/team'] },
          ['a orphan', 'b orphan'],
        ],
        [{ owners: [] }, []],
        [{ owners: 'none' }, ['c orphan']],
        [{ sinceAtMost: noon - day }, ['a orphan', 'c orphan']],
        [{ sinceAtMost: noon - day - 1 }, []],
      ])('finds those of %j', async (filter, names) => {
        expect(
          await namesOf({ filter: { state: 'stale', ...filter } }),
        ).toEqual(names);
      });

      it.each(['since', 'entity'] as const)(
        'goes on where the page before ended, by %s',
        async order => {
          const all = await list({ order });
          let after: ScanFinding | undefined;
          const met: Array<ScanFinding | undefined> = [];
          do {
            [after] = await list({ order, after, limit: 1 });
            met.push(after);
          } while (after);
          expect(met).toEqual([...all, undefined]);
        },
      );

      it('shows what the fixes of each owner would do', async () => {
        const team = 'group:default/team';
        const other = 'group:default/other';
        const cause = 'url:https://example.com/a.yaml';
        const gone = { reason: 'source-error', cause };
        await publish(noon + minute, [
          findingOf('a', gone),
          findingOf('b', gone),
          // Fixed together only if nothing else is wrong with it.
          findingOf('c', gone),
          findingOf('c', { isFirst: false }),
          findingOf('d'),
          findingOf('e', { ...gone, counted: false }),
          findingOf('f', { ownerRefs: ['user:default/kim', other] }),
          findingOf('g', { ownerRefs: [] }),
        ]);
        const cured = async (fixes: number) =>
          Object.fromEntries(await store.curedByOwner(fixes));
        const both = { 'user:default/kim': 1, [other]: 1 };
        expect(await cured(1)).toEqual({ [team]: 2, ...both });
        expect(await cured(10)).toEqual({ [team]: 3, ...both });
        const countOfOthers = (...refs: string[]) => store.countOfOthers(refs);
        expect(await countOfOthers()).toBe(5);
        expect(await countOfOthers(other)).toBe(4);
        expect(await countOfOthers(other, team)).toBe(0);
      });

      it('gives all that was found of an entity', async () => {
        const all = await store.findingsOf([
          'component:default/a',
          'component:default/d',
          'component:default/gone',
        ]);
        expect(all).toEqual([found[0], found[4], found[1]]);
      });
    });
  },
);
