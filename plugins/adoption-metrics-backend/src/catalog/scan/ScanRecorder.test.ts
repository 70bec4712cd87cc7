import { Knex } from 'knex';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { DAY_MS, HOUR_MS, MINUTE_MS, ReportingZone } from '../../time';
import { findingOf, noon, readingOf } from '../__testUtils__/findings';
import { publishScan } from '../__testUtils__/publishScan';
import { CatalogScanStore } from '../CatalogScanStore';
import { ScanFinding } from '../ScanFinding';
import { IdSet } from './IdSet';
import { RunningScan, ScanProgress, ScanSupersededError } from './RunningScan';
import { ScanRecorder } from './ScanRecorder';
import { Tally } from './Tally';

const databases = createTestDatabases();
const zone = ReportingZone.create('America/New_York');
const minute = MINUTE_MS;
const hour = HOUR_MS;
const day = DAY_MS;
const source = 'portal';

describe.each(databases.eachSupportedId())('ScanRecorder, %p', databaseId => {
  let knex: Knex;
  let recorder: ScanRecorder;

  function begin(now: number, basis = 'rules') {
    return recorder.begin({ source, basis, now });
  }

  function publish(at: number, findings: ScanFinding[] = [], from = source) {
    const reading = readingOf(at, findings.length);
    return publishScan(recorder, { source: from, reading, findings });
  }

  function progressAt(cursor: string, ids: number[] = []): ScanProgress {
    const tally = Tally.empty(['orphan']).state();
    return { cursor, lastPage: ['x'], tally, confirmed: IdSet.of(ids) };
  }

  async function listed(from = source): Promise<ScanFinding[]> {
    const refs = await knex('catalog_findings').pluck('entity_ref');
    const rows = await recorder.listedOf(from, [...new Set(refs)]);
    return rows
      .map(({ finding }) => finding)
      .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  }

  function complete(scan: RunningScan, findings: ScanFinding[], ids = [0]) {
    const confirmed = IdSet.of(ids);
    const reading = readingOf(noon + minute, findings.length);
    return recorder.complete(scan, { reading, confirmed, findings });
  }

  async function idOf(name: string): Promise<number> {
    const [{ id }] = await recorder.listedOf(source, [
      findingOf(name).entityRef,
    ]);
    return id;
  }

  beforeAll(async () => {
    knex = await databases.create(databaseId);
    recorder = new ScanRecorder(knex, zone);
  });

  beforeEach(async () => {
    await knex('catalog_scans').delete();
    await knex('catalog_findings').delete();
    await knex('catalog_finding_owners').delete();
    await knex('catalog_staged_findings').delete();
  });

  it('returns what was found, in every detail', async () => {
    const exemption = { reason: 'moves house', until: '2026-12-31' };
    const second = findingOf('b', {
      ownerRefs: ['group:default/a', 'user:default/kim'],
      missingOwnerRefs: ['group:default/a'],
      counted: false,
      isFirst: false,
      exemption,
    });
    await publish(noon, [findingOf('a'), second]);
    expect(await listed()).toStrictEqual([findingOf('a'), second]);
  });

  it('stores who owns what, and forgets it with the finding', async () => {
    const ownersOf = async (name: string) =>
      knex('catalog_finding_owners')
        .where({ finding_id: await idOf(name) })
        .orderBy('owner_ref')
        .pluck('owner_ref');
    const owned = (...ownerRefs: string[]) => findingOf('a', { ownerRefs });
    await publish(noon, [owned('group:default/b', 'group:default/a')]);
    expect(await ownersOf('a')).toEqual(['group:default/a', 'group:default/b']);

    const { scan } = await begin(noon + minute);
    await complete(scan, [owned('group:default/c')], [await idOf('a')]);
    expect(await ownersOf('a')).toEqual(['group:default/c']);

    await publish(noon + 2 * minute);
    expect(await knex('catalog_finding_owners')).toEqual([]);
  });

  it('stores refs that are long and in any script', async () => {
    const ref = `component:default/${'網'.repeat(780)}`;
    const long = findingOf('a', { entityRef: ref, ownerRefs: [ref] });
    await publish(noon, [long]);
    expect(await listed()).toEqual([long]);
  });

  it('stores more findings than one statement can', async () => {
    await publish(noon, [findingOf('gone')]);
    const findings = Array.from({ length: 1000 }, (_, index) =>
      findingOf(`e${index}`),
    );
    await publish(noon + minute, findings);
    expect(await listed()).toHaveLength(1000);
  });

  it('keeps rows that are confirmed, and overwrites those that changed', async () => {
    await publish(noon, [findingOf('a'), findingOf('b'), findingOf('c')]);
    const ids = [await idOf('a'), await idOf('b')];
    const { scan } = await begin(noon + minute);
    const changed = findingOf('b', { sentence: 'It is lost.' });
    await complete(scan, [changed, findingOf('d')], ids);
    expect(await listed()).toEqual([findingOf('a'), changed, findingOf('d')]);
    expect([await idOf('a'), await idOf('b')]).toEqual(ids);
    expect(await knex('catalog_staged_findings')).toEqual([]);
  });

  it('shows nothing of a scan until it is complete', async () => {
    const store = new CatalogScanStore(knex);
    await publish(noon, [findingOf('a')]);
    const { scan } = await begin(noon + minute);
    const stored = { findings: [findingOf('b')], at: noon + 2 * minute };
    await recorder.save(scan, progressAt('2'), stored);
    expect(await listed()).toEqual([findingOf('a')]);
    expect((await store.latest())?.scannedAt).toBe(noon);

    await complete(scan, [findingOf('c')]);
    expect(await listed()).toEqual([findingOf('b'), findingOf('c')]);
  });

  it('publishes nothing if a finding cannot be stored', async () => {
    await publish(noon, [findingOf('a')]);
    const { scan } = await begin(noon + minute);
    const broken = findingOf('b', { sentence: null as unknown as string });
    await expect(complete(scan, [broken])).rejects.toThrow();
    expect(await listed()).toEqual([findingOf('a')]);
  });

  it('discards what a failed scan found', async () => {
    const { scan } = await begin(noon);
    const stored = { findings: [findingOf('b')], at: noon };
    await recorder.save(scan, progressAt('2'), stored);
    const times = { startedAt: noon, finishedAt: noon + minute };
    await recorder.fail({ source, ...times, error: 'down' }, scan);
    expect(await knex('catalog_staged_findings')).toEqual([]);
    const { progress } = await begin(noon + minute);
    expect(progress).toBeUndefined();
  });

  describe('when a scan has stopped', () => {
    async function stopAt(at: number, ids: number[] = []) {
      const { scan } = await begin(noon);
      const stored = { findings: [findingOf('b')], at };
      await recorder.save(scan, progressAt('2', ids), stored);
      return scan;
    }

    it('resumes it where it stopped', async () => {
      await publish(noon, [findingOf('a')]);
      const id = await idOf('a');
      const stopped = await stopAt(noon + minute, [id]);
      const { scan, progress } = await begin(noon + hour);
      expect(scan).toEqual({ ...stopped, turn: stopped.turn + 1 });
      expect(progress).toEqual(progressAt('2', [id]));
      await complete(scan, [], [id]);
      expect(await listed()).toEqual([findingOf('a'), findingOf('b')]);
    });

    it('rejects writes of the replica that lost it', async () => {
      const stopped = await stopAt(noon);
      const { scan } = await begin(noon);
      const late = { findings: [findingOf('late')], at: noon };
      await expect(
        recorder.save(stopped, progressAt('3'), late),
      ).rejects.toThrow(ScanSupersededError);
      await expect(complete(stopped, [])).rejects.toThrow(ScanSupersededError);
      const times = { startedAt: noon, finishedAt: noon };
      await recorder.fail({ source, ...times, error: 'late' }, stopped);
      await complete(scan, []);
      expect(await listed()).toEqual([findingOf('b')]);
    });

    it.each([
      ['other rules apply', noon + minute, 'other rules'],
      ['it was long ago', noon + hour + minute + 1, 'rules'],
    ])('restarts where %s', async (_, now, basis) => {
      const stopped = await stopAt(noon + minute);
      const { scan, progress } = await begin(now, basis);
      expect(progress).toBeUndefined();
      expect(scan.startedAt).toBe(now);
      await expect(complete(stopped, [])).rejects.toThrow(ScanSupersededError);
      await complete(scan, []);
      expect(await listed()).toEqual([]);
    });
  });

  it('lets one of two replicas continue that begin at once', async () => {
    const begun = Array.from({ length: 4 }, () => begin(noon));
    const results = await Promise.allSettled(
      begun.map(async each => {
        await Promise.allSettled(begun);
        await complete((await each).scan, [findingOf('a')]);
      }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      1,
    );
    expect(await listed()).toEqual([findingOf('a')]);
  });

  it('keeps a hundred scans, and the last of each older day', async () => {
    const midnight = zone.startOf(zone.dayOf(noon) - 1);
    const kept = [midnight - minute, midnight + day - minute];
    for (const at of [...kept.map(last => last - minute), ...kept]) {
      await publish(at);
    }
    const times = { startedAt: midnight - 1, finishedAt: midnight - 1 };
    await recorder.fail({ source, ...times, error: 'x' });
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
    await publish(noon - 1, [findingOf('imported')], 'history');
    for (let index = 0; index < 100; index++) {
      await publish(noon + index);
    }
    expect(await listed('history')).toEqual([findingOf('imported')]);
    const sources = await knex('catalog_scans').pluck('source');
    expect(sources.filter(each => each === 'history')).toHaveLength(1);
  });
});
