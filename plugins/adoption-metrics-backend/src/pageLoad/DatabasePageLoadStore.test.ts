import {
  CollectedEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import {
  batchOf,
  days,
  instantOn,
  setUpIngest,
  testedDatabases,
} from '../activity/__testUtils__/ingest';
import { DatabasePageLoadStore } from './DatabasePageLoadStore';
import { countOf, percentileOf } from './histogram';
import { PageLoadWriter } from './PageLoadWriter';

jest.setTimeout(60_000);

function load(
  day: number,
  duration: number,
  overrides: Partial<PageLoadEvent> = {},
): CollectedEvent {
  return {
    type: 'page-load',
    at: new Date(instantOn(day)).toISOString(),
    kind: 'initial',
    method: 'lcp',
    routeId: 'catalog:index',
    duration,
    ...overrides,
  };
}

describe.each(testedDatabases())('DatabasePageLoadStore, %p', engine => {
  async function setUp(targetMs = 5_000) {
    const ingest = await setUpIngest(engine, [new PageLoadWriter(targetMs)]);
    const store = new DatabasePageLoadStore(ingest.knex, targetMs);
    return { ...ingest, store };
  }

  it('knows nothing before anything was measured', async () => {
    const { store } = await setUp();
    expect(await store.read(days(0, 7), 'initial')).toEqual({
      loads: 0,
      withinTarget: 0,
      histogram: new Map(),
    });
    expect(await store.readByRoute(days(0, 7))).toEqual([]);
    expect(await store.readDiscards(days(0, 7))).toEqual([]);
  });

  it('judges loads just below and exactly at the target exactly', async () => {
    const { store, committer } = await setUp(1_005);
    const loads = [load(0, 1.00499), load(0, 1.005), load(0, 1.00501)];
    await committer.commit([batchOf('ada', loads)]);
    const { withinTarget } = await store.read(days(0, 1), 'initial');
    expect(withinTarget).toBe(1);
  });

  it('adds up loads of one kind within the days', async () => {
    const { store, committer } = await setUp();
    await committer.commit([
      batchOf('ada', [load(0, 1), load(0, 1), load(1, 4.999)]),
      batchOf('bob', [load(1, 5, { method: 'quiet' }), load(2, 30)]),
    ]);
    await committer.commit([
      batchOf('cy', [load(0, 1, { kind: 'route' }), load(7, 1), load(0, 2)]),
    ]);
    const loads = await store.read(days(0, 7), 'initial');
    expect(loads).toMatchObject({ loads: 6, withinTarget: 4 });
    expect(countOf(loads.histogram)).toBe(6);
    const median = percentileOf(loads.histogram, 0.5)!;
    expect(Math.abs(median - 2_000)).toBeLessThanOrEqual(20);
    expect((await store.read(days(0, 7), 'route')).loads).toBe(1);
    expect((await store.read(days(7, 8), 'initial')).loads).toBe(1);
  });

  it('adds nothing for a replay', async () => {
    const { store, committer } = await setUp();
    const batch = batchOf('ada', [load(0, 1), load(0, 9)]);
    const first = await committer.commit([batch]);
    const before = await store.read(days(0, 1), 'initial');
    expect(await committer.commit([batch, batch])).toEqual([
      first[0],
      first[0],
    ]);
    expect(await store.read(days(0, 1), 'initial')).toEqual(before);
  });

  it('does not know the share within a target that changed', async () => {
    const { knex, committer } = await setUp(5_000);
    await committer.commit([batchOf('ada', [load(0, 1)])]);
    const changed = new DatabasePageLoadStore(knex, 3_000);
    const loads = await changed.read(days(0, 7), 'initial');
    expect(loads).toMatchObject({ loads: 1, withinTarget: undefined });
  });

  it('tells routes apart, most used first, without sign-ins', async () => {
    const { store, committer } = await setUp();
    const docs = { routeId: 'techdocs:reader' };
    await committer.commit([
      batchOf('ada', [
        load(0, 1),
        load(0, 2, docs),
        load(1, 2, { ...docs, kind: 'route', method: 'soft-lcp' }),
        load(1, 2, { routeId: 'sign-in', kind: 'sign-in' }),
      ]),
    ]);
    const routes = await store.readByRoute(days(0, 7));
    expect(
      routes.map(({ routeId, histogram }) => [routeId, countOf(histogram)]),
    ).toEqual([
      ['techdocs:reader', 2],
      ['catalog:index', 1],
    ]);
  });

  it('counts loads that could not be measured', async () => {
    const { store, committer } = await setUp();
    const discard = (reason: 'hidden' | 'sleep'): CollectedEvent => ({
      type: 'page-load-discard',
      at: new Date(instantOn(0)).toISOString(),
      kind: 'initial',
      reason,
    });
    await committer.commit([
      batchOf('ada', [discard('sleep'), discard('hidden')]),
      batchOf('bob', [discard('hidden')]),
    ]);
    expect(await store.readDiscards(days(0, 1))).toEqual([
      { kind: 'initial', reason: 'hidden', n: 2 },
      { kind: 'initial', reason: 'sleep', n: 1 },
    ]);
    expect((await store.read(days(0, 1), 'initial')).loads).toBe(0);
  });
});
