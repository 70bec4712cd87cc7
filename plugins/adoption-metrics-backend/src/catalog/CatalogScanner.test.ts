import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { CatalogReader } from './CatalogReader';
import { CatalogScanner } from './CatalogScanner';
import { readCatalogConfig } from './config';
import { EntityListReader } from './EntityListReader';
import { MemoryCatalogScanStore } from './memoryCatalogScanStore';
import { createStalenessRules } from './rules';
import { entityNamed, group } from './testEntities';

const config = readCatalogConfig(new ConfigReader({}));
const hour = 3_600_000;

function setUp() {
  const store = new MemoryCatalogScanStore();
  const clock = { time: 1000, now: () => clock.time };
  const rules = createStalenessRules(config);
  const dayOf = (instant: number) => Math.floor(instant / 86_400_000);
  const scanner = new CatalogScanner({ store, rules, clock, dayOf });
  const scan = (
    entities: Entity[],
    reader: CatalogReader = new EntityListReader(entities, config.kinds),
  ) => scanner.scan({ reader, signal: new AbortController().signal });
  return { store, clock, scanner, scan };
}

/** Reads one page of entities, and then does something. */
class InterruptedReader extends EntityListReader {
  constructor(entities: Entity[], private readonly interrupt: () => void) {
    super(entities, config.kinds);
  }

  async *pages(signal: AbortSignal) {
    yield* super.pages(signal);
    this.interrupt();
    yield [entityNamed('late')];
  }
}

describe('CatalogScanner', () => {
  it('counts each entity once, however many reasons it has', async () => {
    const { store, scan } = setUp();
    const result = await scan([
      group('team'),
      entityNamed('good'),
      entityNamed('good'),
      entityNamed('bad', {
        owner: 'gone',
        annotations: { 'backstage.io/orphan': 'true' },
      }),
      entityNamed('api', { kind: 'API', owner: '' }),
      entityNamed('template', { kind: 'Template', owner: '' }),
    ]);
    expect(result).toEqual({ status: 'completed', total: 3, stale: 2 });
    expect(store.readings).toEqual([
      {
        scannedAt: 1000,
        total: 3,
        stale: 2,
        exempt: 0,
        byReason: [
          { reason: 'orphan', stale: 1 },
          { reason: 'owner-missing', stale: 1 },
          { reason: 'owner-unknown', stale: 1 },
          { reason: 'processing-error', stale: 0 },
          { reason: 'source-error', stale: 0 },
        ],
        byKind: [
          { kind: 'Component', total: 2, stale: 1 },
          { kind: 'API', total: 1, stale: 1 },
        ],
        byOwner: [
          { ownerRef: 'group:default/gone', total: 1, stale: 1 },
          { ownerRef: 'group:default/team', total: 1, stale: 0 },
        ],
        ownerUnknownChecked: true,
      },
    ]);
  });

  it('knows entities apart by uid', async () => {
    const twins = [
      entityNamed('a', { uid: '1' }),
      entityNamed('a', { uid: '2' }),
    ];
    expect(await setUp().scan(twins)).toMatchObject({ total: 2 });
  });

  it('does not check owners while there are no groups', async () => {
    const { store, scan } = setUp();
    await scan([entityNamed('a', { owner: 'gone' })]);
    expect(store.readings[0]).toMatchObject({
      stale: 0,
      ownerUnknownChecked: false,
    });
    expect(store.readings[0].byReason).not.toContainEqual(
      expect.objectContaining({ reason: 'owner-unknown' }),
    );
  });

  it('counts a processing error once it has lasted an hour', async () => {
    const { store, clock, scan } = setUp();
    const broken = [entityNamed('a', { error: 'broken' })];
    expect(await scan(broken)).toMatchObject({ stale: 0 });
    clock.time += hour - 1;
    expect(await scan(broken)).toMatchObject({ stale: 0 });
    clock.time += 1;
    expect(await scan(broken)).toMatchObject({ stale: 1 });
    expect(store.stored[0].since).toBe(1000);
  });

  it('starts the hour anew after a recovery', async () => {
    const { clock, scan } = setUp();
    const broken = [entityNamed('a', { error: 'broken' })];
    await scan(broken);
    clock.time += hour;
    await scan([entityNamed('a')]);
    expect(await scan(broken)).toMatchObject({ stale: 0 });
  });

  it('publishes nothing of a scan that fails half-way', async () => {
    const { store, scan } = setUp();
    const stale = [entityNamed('a', { owner: '' })];
    await scan(stale);
    const before = store.stored;
    const failing = new InterruptedReader([], () => {
      throw new Error('catalog is down');
    });
    expect(await scan([], failing)).toEqual({
      status: 'failed',
      error: 'catalog is down',
    });
    expect(store.stored).toBe(before);
    expect(store.readings).toHaveLength(1);
    expect(store.failures).toEqual([
      {
        source: 'history',
        startedAt: 1000,
        finishedAt: 1000,
        error: 'catalog is down',
      },
    ]);
  });

  it('leaves no trace of a scan that is aborted', async () => {
    const { store, scanner } = setUp();
    const controller = new AbortController();
    const reader = new InterruptedReader([], () => controller.abort());
    const { signal } = controller;
    expect(await scanner.scan({ reader, signal })).toEqual({
      status: 'aborted',
    });
    expect(store).toMatchObject({ readings: [], failures: [] });
  });

  it('reports the first fault if the failure cannot be stored either', async () => {
    const { store, scan } = setUp();
    const failing = new InterruptedReader([], () => {
      throw new Error('first');
    });
    store.recordFailure = () => Promise.reject(new Error('second'));
    expect(await scan([], failing)).toEqual({
      status: 'failed',
      error: 'first',
    });
  });

  it('keeps what it found out of the report of a fault', async () => {
    const { store, scan } = setUp();
    const fault = new Error(`insert into x values ('component:default/a')`);
    store.publish = () =>
      Promise.reject(Object.assign(fault, { code: '53100' }));
    const error = 'The database failed: 53100';
    expect(await scan([entityNamed('a')])).toEqual({ status: 'failed', error });
    expect(store.failures).toMatchObject([{ source: 'history', error }]);
  });
});
