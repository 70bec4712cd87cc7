import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { HOUR_MS, ReportingZone } from '../time';
import { DAY } from '../samples/__testUtils__/samples';
import { under } from '../scorecard/__testUtils__/metrics';
import { publishScan } from './__testUtils__/publishScan';
import { CatalogScanStore } from './CatalogScanStore';
import { ScanRecorder } from './scan/ScanRecorder';
import { StaleEntitiesMetric } from './StaleEntitiesMetric';
import { StalenessReading } from './StalenessReading';

const databases = createTestDatabases();
const zone = ReportingZone.create('America/New_York');
const NOON = zone.startOf(DAY) + 12 * HOUR_MS;

function scanOf(overrides: Partial<StalenessReading> = {}): StalenessReading {
  return {
    scannedAt: NOON,
    total: 50,
    stale: 1,
    exempt: 0,
    ownerUnknownChecked: true,
    byReason: [{ reason: 'orphan', stale: 1 }],
    byKind: [{ kind: 'Component', total: 50, stale: 1 }],
    byOwner: [
      { ownerRef: 'group:default/web', total: 50, stale: 1 },
      { ownerRef: 'group:default/tidy', total: 9, stale: 0 },
    ],
    withoutOwner: { total: 0, stale: 0 },
    ...overrides,
  };
}

describe.each(databases.eachSupportedId())(
  'StaleEntitiesMetric, %p',
  engine => {
    async function setUp(...scans: Array<Partial<StalenessReading>>) {
      const knex = await databases.create(engine);
      const recorder = new ScanRecorder(knex);
      for (const scan of scans) {
        await publishScan(recorder, { reading: scanOf(scan) });
      }
      const metric = new StaleEntitiesMetric({
        target: under(0.02),
        zone,
        definition: [],
        scans: new CatalogScanStore(knex),
      });
      const readAt = (now: number) => metric.read({ now, closedDay: DAY - 1 });
      return { recorder, metric, readAt };
    }

    it('knows nothing before the first scan', async () => {
      const { metric, readAt } = await setUp();
      expect(await readAt(NOON)).toMatchObject({
        value: undefined,
        asOf: undefined,
        facts: {},
        verdict: { status: 'undecided', reason: 'no-data' },
      });
      expect(await metric.measure(DAY)).toEqual([]);
      expect(await metric.breakdowns()).toEqual([]);
    });

    it('says how many entities to repair', async () => {
      const { readAt } = await setUp({});
      expect(await readAt(NOON)).toMatchObject({
        value: 0.02,
        numerator: 1,
        denominator: 50,
        asOf: NOON,
        verdict: { status: 'missed' },
        facts: { 'fixes-needed': 1 },
        notes: [],
      });
    });

    it('has no verdict on evidence older than a day', async () => {
      const { readAt } = await setUp({ stale: 0 });
      const { verdict } = await readAt(NOON + 24 * HOUR_MS);
      expect(verdict).toEqual({ status: 'met' });
      expect((await readAt(NOON + 24 * HOUR_MS + 1)).verdict).toEqual({
        status: 'undecided',
        reason: 'stale-evidence',
      });
    });

    it('has no verdict on an empty catalog', async () => {
      const { metric, readAt } = await setUp({
        total: 0,
        stale: 0,
        byKind: [],
      });
      expect(await readAt(NOON)).toMatchObject({
        value: undefined,
        verdict: { status: 'undecided', reason: 'no-data' },
      });
      const [headline] = await metric.measure(DAY);
      expect(headline.value).toBeUndefined();
    });

    it('notes a failed scan and shows the last good one', async () => {
      const { recorder, readAt } = await setUp({
        ownerUnknownChecked: false,
        exempt: 2,
      });
      const finishedAt = NOON + HOUR_MS;
      const startedAt = NOON;
      const source = 'portal';
      await recorder.fail({ source, startedAt, finishedAt, error: 'down' });
      const { value, notes } = await readAt(finishedAt);
      expect(value).toBe(0.02);
      expect(notes.map(inEnglish)).toEqual([
        'The scan of 2 Mar 2026, 13:00 (America/New_York) failed; showing the last successful one.',
        'Exempted by annotation and not counted as stale: 2.',
        'Unknown owners are not checked: the catalog has no groups, or the rule is off.',
      ]);
    });

    it('measures a day by its last scan, with its dimensions', async () => {
      const { metric } = await setUp(
        { scannedAt: zone.startOf(DAY) - 1, stale: 5 },
        { stale: 3 },
        { scannedAt: zone.startOf(DAY + 1) - 1 },
        { scannedAt: zone.startOf(DAY + 1), stale: 7 },
      );
      const share = { value: 0.02, numerator: 1, denominator: 50 };
      expect(await metric.measure(DAY)).toEqual([
        { dimension: 'headline', member: '', ...share, n: 50, coverage: 1 },
        { dimension: 'reason', member: 'orphan', ...share },
        { dimension: 'kind', member: 'Component', ...share },
        { ...share, dimension: 'owner', member: 'group:default/web' },
      ]);
      expect(await metric.measure(DAY - 2)).toEqual([]);
    });

    it('breaks the number down', async () => {
      const { metric } = await setUp({});
      const breakdowns = await metric.breakdowns();
      expect(breakdowns.map(({ id, rows }) => [id, rows[0]?.value])).toEqual([
        ['reasons', 1],
        ['kinds', 1],
      ]);
    });
  },
);
