import { Knex } from 'knex';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ReportingZone } from '../time';
import {
  ScanFinding,
  StaleEntityFilter,
  StaleEntityQuery,
  StalenessReading,
} from './CatalogScanStore';
import { DatabaseCatalogScanStore } from './DatabaseCatalogScanStore';
import { StalenessReporter } from './StalenessReporter';

const databases = createTestDatabases();
const zone = ReportingZone.create('America/New_York');
const noon = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;
const day = 86_400_000;

function reading(scannedAt: number, stale = 1): StalenessReading {
  return {
    scannedAt,
    total: 10,
    stale,
    exempt: 0,
    byReason: [{ reason: 'orphan', stale }],
    byKind: [{ kind: 'Component', total: 10, stale }],
    byOwner: [{ ownerRef: 'group:default/team', total: 10, stale }],
    ownerUnknownChecked: true,
  };
}

function finding(
  entityUid: string,
  rest: Partial<ScanFinding> = {},
): ScanFinding {
  return {
    entityUid,
    entityRef: `component:default/${entityUid}`,
    kind: 'Component',
    ownerRef: 'group:default/team',
    reason: 'orphan',
    sentence: 'No location leads to it.',
    hint: 'Unregister it.',
    since: noon,
    counted: true,
    isFirst: true,
    ...rest,
  };
}

describe.each(databases.eachSupportedId())(
  'DatabaseCatalogScanStore, %p',
  databaseId => {
    let knex: Knex;
    let store: DatabaseCatalogScanStore;
    let reporter: StalenessReporter;

    function publish(at: number, findings: ScanFinding[] = []) {
      return store.publish({
        startedAt: at,
        reading: reading(at, findings.length),
        findings,
      });
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
      store = new DatabaseCatalogScanStore(knex, zone);
      reporter = new StalenessReporter({ store });
    });

    beforeEach(async () => {
      await knex('catalog_scans').delete();
      await knex('catalog_findings').delete();
    });

    it('knows nothing before the first scan', async () => {
      expect(await reporter.latest()).toBeUndefined();
      expect(await reporter.lastFailure()).toBeUndefined();
      expect(await list()).toEqual([]);
    });

    it('gives a scan back as it was published', async () => {
      const first = finding('a');
      const { ownerRef, ...second } = finding('b', {
        counted: false,
        isFirst: false,
      });
      await publish(noon, [first, second]);
      expect(await reporter.latest()).toEqual(reading(noon, 2));
      expect(await store.currentFindings('portal')).toEqual(
        expect.arrayContaining([first, second]),
      );
      expect(await list()).toEqual([first]);
    });

    it('replaces findings, more than one statement takes', async () => {
      await publish(noon, [finding('gone')]);
      const findings = Array.from({ length: 1000 }, (_, index) =>
        finding(`e${index}`, { since: noon + index }),
      );
      await publish(noon + minute, findings);
      expect(await store.currentFindings('portal')).toHaveLength(1000);
      const shown = await list({ limit: 2 });
      expect(shown.map(({ since }) => since)).toEqual([noon, noon + 1]);
    });

    it('publishes nothing if a finding cannot be stored', async () => {
      await publish(noon, [finding('a')]);
      const broken = finding('b', { sentence: null as unknown as string });
      await expect(publish(noon + 1, [broken])).rejects.toThrow();
      expect(await reporter.latest()).toEqual(reading(noon, 1));
      expect(await list()).toHaveLength(1);
    });

    it('finds the last scan in a half-open interval', async () => {
      await publish(noon);
      await publish(noon + 1);
      await publish(noon + 2);
      const scannedIn = async (from: number, to: number) =>
        (await reporter.latestIn({ from, to }))?.scannedAt;
      expect(await scannedIn(noon, noon + 2)).toBe(noon + 1);
      expect(await scannedIn(noon + 2, noon + 3)).toBe(noon + 2);
      expect(await scannedIn(noon - 5, noon)).toBeUndefined();
    });

    it('tells of a failure until a scan is completed', async () => {
      await publish(noon);
      const at = noon + minute;
      const error = 'catalog is down';
      await store.recordFailure({ startedAt: noon, finishedAt: at, error });
      expect(await reporter.lastFailure()).toEqual({ at, error });
      expect((await reporter.latest())?.scannedAt).toBe(noon);
      await publish(noon + 2 * minute);
      expect(await reporter.lastFailure()).toBeUndefined();
    });

    it('tells the findings of a told history from those of the portal', async () => {
      const history = (at: number) =>
        store.publish({
          source: 'history',
          startedAt: at,
          reading: reading(at),
          findings: [finding('told')],
        });
      await publish(noon, [finding('a')]);
      await history(noon - minute);
      expect(await list()).toMatchObject([
        { entityRef: 'component:default/a' },
      ]);
      await history(noon + minute);
      expect(await list()).toMatchObject([
        { entityRef: 'component:default/told' },
      ]);
      expect(await store.currentFindings('portal')).toEqual([finding('a')]);
      expect(await knex('catalog_findings')).toHaveLength(2);
    });

    describe('with entities to list', () => {
      const exemption = { reason: 'moves house', until: '2026-12-31' };
      const found = [
        finding('a', { since: noon - day }),
        finding('a', { reason: 'owner-missing', isFirst: false }),
        finding('b', { kind: 'API', ownerRef: 'user:default/kim' }),
        finding('c', { since: noon - day, ownerRef: undefined }),
        finding('d', { counted: false, exemption }),
        finding('e', { counted: false, isFirst: false }),
      ];

      async function namesOf(query: Partial<StaleEntityQuery>) {
        const listed = await list(query);
        return listed.map(each => `${each.entityUid} ${each.reason}`);
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
          { ownerRefs: ['user:default/kim', 'group:default/team'] },
          ['a orphan', 'b orphan'],
        ],
        [{ ownerRefs: [] }, []],
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

      it('gives all that was found of an entity', async () => {
        const all = await store.findingsOf([
          'component:default/a',
          'component:default/d',
          'component:default/gone',
        ]);
        expect(all).toEqual([found[0], found[4], found[1]]);
      });
    });

    it('keeps the findings of two scans apart that end together', async () => {
      await Promise.all([
        publish(noon, [finding('a'), finding('b')]),
        publish(noon + 1, [finding('b')]),
      ]);
      expect(await store.currentFindings('portal')).toEqual([finding('b')]);
      await publish(noon + 2);
      expect(await knex('catalog_findings')).toEqual([]);
    });

    it('keeps a hundred scans, and of older days the last', async () => {
      const midnight = zone.startOf(zone.dayOf(noon) - 1);
      const kept = [midnight - minute, midnight + day - minute];
      for (const at of [...kept.map(last => last - minute), ...kept]) {
        await publish(at);
      }
      const failedAt = midnight - 1;
      await store.recordFailure({
        startedAt: failedAt,
        finishedAt: failedAt,
        error: 'x',
      });
      for (let index = 0; index < 100; index++) {
        await publish(noon + index);
      }
      const rows = await knex('catalog_scans')
        .select('finished_at')
        .orderBy('finished_at');
      const instants = rows.map(row => Number(row.finished_at));
      expect(instants).toHaveLength(102);
      expect(instants.slice(0, 3)).toEqual([...kept, noon]);
    });

    it('keeps the scan whose findings are current, however old', async () => {
      await store.publish({
        source: 'history',
        startedAt: noon - 1,
        reading: reading(noon - 1),
        findings: [finding('told')],
      });
      for (let index = 0; index < 100; index++) {
        await publish(noon + index);
      }
      expect(await store.currentFindings('history')).toHaveLength(1);
    });
  },
);
