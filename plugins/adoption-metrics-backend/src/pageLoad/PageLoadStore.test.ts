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
import { ReportingZone } from '../time';
import { PageLoadStore } from './PageLoadStore';
import { countOf, percentileOf } from './histogram';
import { createPageLoadCounter } from './pageLoadCounter';

const zone = ReportingZone.create('Europe/Berlin');
const HOUR_MS = 3_600_000;

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

describe.each(testedDatabases())('PageLoadStore, %p', engine => {
  async function setUp(targetMs = 5_000) {
    const ingest = await setUpIngest(engine, [
      createPageLoadCounter({ targetMs, zone }),
    ]);
    const store = new PageLoadStore(ingest.knex, targetMs);
    return { ...ingest, store };
  }

  it('knows nothing before anything was measured', async () => {
    const { store } = await setUp();
    expect(await store.read(days(0, 7), 'initial')).toEqual({
      loads: 0,
      withinTarget: 0,
      histogram: new Map(),
    });
    expect(await store.readParts(days(0, 7))).toEqual([]);
    expect(await store.readDiscards(days(0, 7))).toEqual([]);
    expect(await store.countLoads(days(0, 7), 'catalog:index')).toBe(0);
  });

  it('counts the loads of one page, of any kind', async () => {
    const { store, committer } = await setUp();
    await committer.commit([
      batchOf('ada', [load(0, 1), load(6, 9, { kind: 'route' }), load(7, 1)]),
      batchOf('bob', [load(0, 1), load(0, 1, { routeId: 'home' })]),
    ]);
    expect(await store.countLoads(days(0, 7), 'catalog:index')).toBe(3);
    expect(await store.countLoads(days(0, 7))).toBe(4);
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

  it('does not know the share within a changed target', async () => {
    const { knex, committer } = await setUp(5_000);
    await committer.commit([batchOf('ada', [load(0, 1)])]);
    const changed = new PageLoadStore(knex, 3_000);
    const loads = await changed.read(days(0, 7), 'initial');
    expect(loads).toMatchObject({ loads: 1, withinTarget: undefined });
  });

  it('distinguishes kinds, methods and pages', async () => {
    const { store, committer } = await setUp();
    const docs = { routeId: 'techdocs:reader' };
    await committer.commit([
      batchOf('ada', [
        load(0, 1),
        load(0, 2, docs),
        load(1, 7, docs),
        load(1, 7, { ...docs, method: 'load-event' }),
        load(1, 2, { ...docs, kind: 'route', method: 'soft-lcp' }),
        load(7, 2),
      ]),
    ]);
    const parts = await store.readParts(days(0, 7));
    expect(
      parts.map(({ kind, method, routeId, loads, withinTarget, histogram }) => [
        kind,
        method,
        routeId,
        [loads, withinTarget, countOf(histogram)],
      ]),
    ).toEqual([
      ['initial', 'lcp', 'catalog:index', [1, 1, 1]],
      ['initial', 'lcp', 'techdocs:reader', [2, 1, 2]],
      ['initial', 'load-event', 'techdocs:reader', [1, 0, 1]],
      ['route', 'soft-lcp', 'techdocs:reader', [1, 1, 1]],
    ]);
  });

  it('keeps loads by hour, of each page', async () => {
    const { store, committer } = await setUp();
    const later = new Date(instantOn(0) + HOUR_MS).toISOString();
    await committer.commit([
      batchOf('ada', [
        load(0, 1),
        load(0, 9, { routeId: 'home' }),
        load(0, 2, { at: later }),
        load(0, 2, { at: later, kind: 'route' }),
      ]),
    ]);
    await committer.commit([batchOf('bob', [load(0, 3, { at: later })])]);
    const summary = async (routeId?: string) =>
      (
        await store.readHours(
          [{ from: 0, to: Number.MAX_SAFE_INTEGER }],
          'initial',
          routeId,
        )
      ).map(hour => [
        hour.hourAt,
        hour.loads,
        hour.withinTarget,
        countOf(hour.histogram),
      ]);
    expect(await summary()).toEqual([
      [instantOn(0), 2, 1, 2],
      [instantOn(0) + HOUR_MS, 2, 2, 2],
    ]);
    expect(await summary('home')).toEqual([[instantOn(0), 1, 0, 1]]);
  });

  it('counts navigations by kind and dropped events by reason', async () => {
    const { store, committer } = await setUp();
    const at = new Date(instantOn(0)).toISOString();
    const navigation = (kind: 'initial' | 'route', routeId: string) =>
      ({ type: 'navigation', at, kind, routeId } as const);
    const dropped = (reason: 'too-old' | 'refused', count: number) =>
      ({ type: 'dropped-events', at, reason, count } as const);
    for (const person of ['ada', 'bob']) {
      await committer.commit([
        batchOf(person, [
          navigation('initial', 'home'),
          navigation('initial', 'catalog:index'),
          navigation('route', 'home'),
          dropped('too-old', 3),
          dropped('too-old', 4),
          dropped('refused', 1),
        ]),
      ]);
    }
    expect(await store.readNavigations(days(0, 1))).toEqual([
      { kind: 'initial', n: 4 },
      { kind: 'route', n: 2 },
    ]);
    expect(await store.readDroppedEvents(days(0, 1))).toEqual([
      { reason: 'refused', n: 2 },
      { reason: 'too-old', n: 14 },
    ]);
    expect(await store.readNavigations(days(1, 9))).toEqual([]);
    expect(await store.readDroppedEvents(days(1, 9))).toEqual([]);
  });

  it('writes nothing without loads', async () => {
    const { knex, committer } = await setUp();
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    await committer.commit([batchOf('ada', [load(0, 1)])]);
    const written = statements.join('; ').match(/insert into .page/g);
    expect(written).toHaveLength(4);
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
